package io.secplat.api.alerts;

import java.util.List;

/** By what people choose which assets they hear of. */
public record AssetMarks(String environment, List<String> tags) {

    public AssetMarks {
        tags = List.copyOf(tags);
    }
}
