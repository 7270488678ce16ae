package io.secplat.api.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords may be chosen: 8 to 1024 characters, none that everybody tries first. Digits, signs and ends such as
 * {@code 123!} do not make a well-known word better.
 */
final class PasswordRule {

    static final int SHORTEST = 8;
    static final int LONGEST = 1024;

    private static final Set<String> WELL_KNOWN = Set.of(
            "",
            "abcd",
            "abcdefgh",
            "admin",
            "adminadmin",
            "administrator",
            "analyst",
            "baseball",
            "change",
            "changeit",
            "changeme",
            "changethis",
            "correlator",
            "correlatorservice",
            "default",
            "demo",
            "dragon",
            "example",
            "football",
            "guest",
            "iloveyou",
            "ingestion",
            "ingestionservice",
            "letmein",
            "login",
            "master",
            "monkey",
            "p@ssw0rd",
            "p@ssword",
            "pass",
            "passw0rd",
            "passwd",
            "password",
            "passwordpassword",
            "princess",
            "qwerty",
            "qwertyui",
            "qwertyuiop",
            "qwertz",
            "root",
            "scanner",
            "scannerservice",
            "secplat",
            "secret",
            "sunshine",
            "superman",
            "superuser",
            "supersecret",
            "test",
            "testtest",
            "trustno",
            "user",
            "viewer",
            "welcome",
            "zaq!xsw");

    private PasswordRule() {}

    /** What is wrong with a password for that user, for people and without the password; empty when it may be chosen. */
    static Optional<String> objection(String userName, String password) {
        if (password.length() < SHORTEST) {
            return Optional.of("must have at least " + SHORTEST + " characters");
        }
        if (password.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        return isWellKnown(userName, password)
                ? Optional.of("must not be a well-known word, a row of digits or the user name")
                : Optional.empty();
    }

    private static boolean isWellKnown(String userName, String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String word = bare(lower);
        String name = userName.toLowerCase(Locale.ROOT);
        return WELL_KNOWN.contains(lower)
                || WELL_KNOWN.contains(word)
                || lower.equals(name)
                || word.equals(bare(name))
                || lower.chars().distinct().count() == 1;
    }

    /** Without the digits and signs at both ends, and without those within that only join words. */
    private static String bare(String text) {
        return text.replaceAll("^[\\P{L}]+|[\\P{L}]+$", "").replaceAll("[-_. ]", "");
    }
}
