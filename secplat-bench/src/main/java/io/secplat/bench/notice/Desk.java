package io.secplat.bench.notice;

import jakarta.json.JsonObject;

/** What a service does with a call when it is well. Safe for several threads. */
interface Desk {

    /** What the service says; without a body when that is empty. */
    record Reply(int status, JsonObject body) {}

    /** Whether the call tells people something, or changes what they see; others only ask. */
    boolean tells(Ask ask);

    Reply answer(Ask ask);
}
