package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What happens in a seed could have happened. */
class StoryTest {

    private final List<Told> story = new Story(50, new Random(7)).messages(2_000);

    @Test
    void a_seed_tells_the_same_each_time() {
        assertThat(new Story(50, new Random(7)).messages(2_000)).isEqualTo(story);
    }

    @Test
    void an_incident_begins_once_and_nothing_follows_its_end() {
        Map<Integer, String> last = new HashMap<>();
        story.stream().filter(told -> told.incident() > 0).forEach(told -> {
            String before = last.put(told.incident(), told.kind());
            assertThat(before == null).isEqualTo(told.kind().equals("incident.created"));
            assertThat(before).isNotEqualTo(Told.CLOSED);
        });
        assertThat(last).containsValue(Told.CLOSED).containsValue("incident.updated");
    }

    @Test
    void an_asset_is_down_before_it_is_up_again() {
        Map<String, String> last = new HashMap<>();
        story.stream().filter(told -> !told.asset().isEmpty()).forEach(told -> {
            String before = last.put(told.asset(), told.kind());
            assertThat(told.kind())
                    .isEqualTo(before == null || before.equals("asset.recovered") ? Told.DOWN : "asset.recovered");
        });
    }
}
