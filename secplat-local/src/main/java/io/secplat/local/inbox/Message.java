package io.secplat.local.inbox;

import jakarta.json.JsonObject;

/** What a sender said: to whom, the first thing a person reads, and everything. */
public record Message(String recipient, String text, JsonObject body) {}
