package io.secplat.api.assets;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** By what assets are grouped and filtered: free text, except the criticality. */
public record Labels(
        String assetType, String environment, Criticality criticality, List<String> tags, JsonObject metadata) {

    public static final Labels DEFAULT =
            new Labels("service", "dev", Criticality.MEDIUM, List.of(), JsonValue.EMPTY_JSON_OBJECT);

    public Labels {
        tags = List.copyOf(tags);
    }
}
