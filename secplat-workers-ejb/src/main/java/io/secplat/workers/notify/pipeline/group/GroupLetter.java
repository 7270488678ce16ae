package io.secplat.workers.notify.pipeline.group;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.letter.Notice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** One letter that stands for several of a kind: how many there are, and the worst by name. */
final class GroupLetter {

    /** The rest of a larger group goes with the next letter. */
    static final int MOST_MEMBERS = 2_000;

    private static final int MOST_NAMED = 10;
    private static final int HASH_DIGITS = 16;

    private GroupLetter() {}

    /** Of at least two letters that carry notifications of one kind. */
    static Letter of(List<Letter> members) {
        Letter first = members.get(0);
        String key = key(members);
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        int attempts = members.stream().mapToInt(Letter::attempts).max().orElse(0);
        return new Letter(
                id.toString(),
                first.entryId(),
                first.requestId(),
                attempts,
                new Notice.Told(notification(key, members)),
                first.channels(),
                first.made());
    }

    private static Notification notification(String key, List<Letter> members) {
        List<Notification> told = members.stream()
                .flatMap(member -> member.notice().told().stream())
                .sorted(Comparator.comparing(Notification::severity))
                .toList();
        List<String> assets = told.stream()
                .flatMap(one -> one.assetKeys().stream())
                .distinct()
                .toList();
        return new Notification(
                told.get(0).kind(),
                key,
                title(told, assets.size()),
                body(told),
                told.stream()
                        .map(Notification::severity)
                        .min(Comparator.naturalOrder())
                        .orElse(Severity.MEDIUM),
                assets,
                null,
                null,
                List.of(),
                null);
    }

    private static String title(List<Notification> told, int assets) {
        return switch (told.get(0).kind()) {
            case "asset.down" -> assets + " assets are down";
            case "asset.recovered" -> assets + " assets are up again";
            case "asset.flapping" ->
                told.get(0).assetKeys().stream().collect(Collectors.joining(", ")) + " began to flap " + told.size()
                        + " more times";
            default -> told.size() + " new findings on " + assets + (assets == 1 ? " asset" : " assets");
        };
    }

    private static String body(List<Notification> told) {
        String named = told.stream()
                .limit(MOST_NAMED)
                .map(one -> "[" + one.severity().wire() + "] " + one.title())
                .collect(Collectors.joining("\n"));
        int more = told.size() - MOST_NAMED;
        return more > 0 ? named + "\nand " + more + " more" : named;
    }

    /** As the contract names a group: the kind, and a hash over the sorted keys of its members. */
    private static String key(List<Letter> members) {
        String keys =
                members.stream().map(Letter::dedupeKey).distinct().sorted().collect(Collectors.joining(","));
        return members.get(0).notice().kind() + ":group:" + hash(keys);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
