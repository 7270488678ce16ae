package io.secplat.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void an_event_has_its_place_its_name_and_one_line_of_data() {
        assertThat(wire(Frame.event("17-0", "job.state", "{\"job_id\":1}")))
                .isEqualTo("id: 17-0\nevent: job.state\ndata: {\"job_id\":1}\n\n");
    }

    @Test
    void the_first_frame_says_how_soon_to_come_back() {
        assertThat(wire(Frame.ready("17-0"))).isEqualTo("retry: 2000\nid: 17-0\nevent: ready\ndata: {}\n\n");
    }

    @Test
    void a_sign_of_life_is_a_comment() {
        assertThat(wire(Frame.HEARTBEAT)).isEqualTo(": heartbeat\n\n");
    }

    private static String wire(Frame frame) {
        return new String(frame.bytes(), StandardCharsets.UTF_8);
    }
}
