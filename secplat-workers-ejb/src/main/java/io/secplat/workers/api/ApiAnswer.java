package io.secplat.workers.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** What the API said to a call that it understood. */
public sealed interface ApiAnswer {

    /**
     * It did what was asked.
     *
     * @param status 2xx
     * @param body the JSON answer, an empty object where there is none
     * @param link the Link header, which names the next page of a bare list
     */
    record Accepted(int status, JsonValue body, Optional<String> link) implements ApiAnswer {

        /** An answer without a Link header. */
        public Accepted(int status, JsonValue body) {
            this(status, body, Optional.empty());
        }

        /** The body may carry a token. */
        @Override
        public String toString() {
            return "Accepted[" + status + "]";
        }

        /** The body as an object; ApiUnavailableException when it is none, since then it is not our API that speaks. */
        public JsonObject object() {
            if (body instanceof JsonObject object) {
                return object;
            }
            throw ApiUnavailableException.unreadable(status);
        }

        /** The body as a list; ApiUnavailableException when it is none. */
        public JsonArray array() {
            if (body instanceof JsonArray array) {
                return array;
            }
            throw ApiUnavailableException.unreadable(status);
        }
    }

    /**
     * It will not do it, and repeating does not help.
     *
     * @param status the HTTP status
     * @param message the message of the problem, empty without one
     * @param error the member {@code error} of the problem, empty without one
     */
    record Refused(int status, String message, JsonObject error) implements ApiAnswer {}
}
