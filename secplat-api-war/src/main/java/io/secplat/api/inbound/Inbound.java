package io.secplat.api.inbound;

/** The two doors: for each who may come in, and who sees to it. */
record Inbound(
        Gate<SlackSignature> slackGate,
        SlackDesk slack,
        Gate<TwilioSignature> twilioGate,
        WhatsappDesk whatsapp,
        OwnUrl url) {}
