package io.secplat.bench.notice;

import jakarta.json.JsonObject;

/** What a service does with a call when it is well. Safe for several threads. */
interface Desk {

    /** What the service says; without a body when that is empty. */
    record Reply(int status, JsonObject body) {}

    Reply answer(Ask ask);
}
