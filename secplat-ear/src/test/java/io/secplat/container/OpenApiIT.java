package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.openapi.ApiDocument;
import org.junit.jupiter.api.Test;

/** What the server tells about itself at /openapi is the description that is shipped, whole. */
@InContainer
class OpenApiIT {

    private final Http stranger = new Http(ApiBench.BASE);

    @Test
    void the_served_description_has_every_call_of_the_shipped_one_with_all_its_answers() {
        ApiDocument served =
                ApiDocument.parse(stranger.get("/openapi").expect(200).body());

        assertThat(served.model().getOpenapi()).isEqualTo("3.0.3");
        assertThat(served.missing(ApiDocument.shipped())).isEmpty();
        assertThat(ApiDocument.shipped().missing(served)).isEmpty();
    }

    @Test
    void it_is_served_as_json_too() {
        Answer json = stranger.get("/openapi?format=JSON").expect(200);

        assertThat(json.object().getString("openapi")).isEqualTo("3.0.3");
    }
}
