package io.secplat.workers.notify.redis;

import io.secplat.workers.notify.channel.ChannelName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of the notifier's keys. All have one hash tag, so that a cluster keeps them together and a script may touch several. */
final class NotifyKeys {

    private static final String PREFIX = "{secplat:notify}:";

    private NotifyKeys() {}

    static String named(String name) {
        return PREFIX + name;
    }

    /** Hand-made keys and recipients have any length and content, so they are hashed. */
    static String of(String what, ChannelName channel, String text) {
        return PREFIX + what + ":" + channel.wire() + ":" + hash(text);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
