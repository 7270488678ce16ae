package io.secplat.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SearchSettingsTest {

    @Test
    void user_information_becomes_a_header_and_is_never_told() {
        SearchSettings settings = settings("https://mira:s3cret@search.example.org:9200/prefix");

        assertThat(settings.authorization()).contains("Basic bWlyYTpzM2NyZXQ=");
        assertThat(settings.toString())
                .doesNotContain("mira")
                .doesNotContain("s3cret")
                .doesNotContain("example");
    }

    @Test
    void without_user_information_there_is_no_header() {
        assertThat(settings("http://localhost:9200").authorization()).isEmpty();
    }

    @Test
    void a_bad_address_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> settings("http://mira:s3cret@ex ample"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("OPENSEARCH_URL is not a URL")
                .hasNoCause();
        assertThatThrownBy(() -> settings("ftp://mira:s3cret@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    private static SearchSettings settings(String url) {
        return new SearchSettings(SearchSettings.address(url), "events", "assets", "status", "hours");
    }
}
