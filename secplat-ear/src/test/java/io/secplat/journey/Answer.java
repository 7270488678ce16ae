package io.secplat.journey;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** What a server answered. */
record Answer(int status, String body) {

    JsonObject object() {
        return Json.createReader(new StringReader(body)).readObject();
    }

    JsonArray array() {
        return Json.createReader(new StringReader(body)).readArray();
    }

    /** The same answer, if it has this status; an AssertionError that shows the body otherwise. */
    Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("expected " + wanted + " but was " + status + ": " + body);
        }
        return this;
    }
}
