package io.secplat.api.posture;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers that are written while they are read, and so never stand in memory as a whole. */
final class StreamedAnswer {

    private static final String CSV = "text/csv;charset=utf-8";
    private static final String DOWNLOAD = "attachment; filename=\"secplat-posture.csv\"";
    private static final String NOT_KEPT = "private, no-store";

    private StreamedAnswer() {}

    static Response csv(StreamingOutput output) {
        return Response.ok(output, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, DOWNLOAD)
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }

    static Response json(StreamingOutput output) {
        return Response.ok(output, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }
}
