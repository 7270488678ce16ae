package io.secplat.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue.ValueType;
import org.junit.jupiter.api.Test;

class CursorTest {

    private final JsonArray position =
            Json.createArrayBuilder().add(17).add("billing-web").build();

    @Test
    void a_cursor_gives_back_the_position_it_was_made_of() {
        assertThat(Cursor.read(Cursor.of(position), ValueType.NUMBER, ValueType.STRING))
                .isEqualTo(position);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertThatThrownBy(() -> Cursor.read(Cursor.of(position), ValueType.NUMBER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void text_that_is_no_cursor_is_refused() {
        for (String text : new String[] {"", "x", "not base64 !", "bm90IGpzb24"}) {
            assertThatThrownBy(() -> Cursor.read(text, ValueType.NUMBER)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
