package io.secplat.workers.notify.twilio;

/** What is sent; the addresses show themselves masked. */
public record TwilioMessage(TwilioRoute route, String body) {}
