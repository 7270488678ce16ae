package io.secplat.client;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;

/** What a server answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    public JsonObject object() {
        return Json.createReader(new StringReader(body)).readObject();
    }

    public JsonArray array() {
        return Json.createReader(new StringReader(body)).readArray();
    }

    /** The first value of a header; empty text without it. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The same answer, if it has this status; an AssertionError that shows the body otherwise. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("expected " + wanted + " but was " + status + ": " + body);
        }
        return this;
    }
}
