package io.secplat.api.auth;

import java.util.regex.Pattern;

/** What a user may be called: 1 to 128 letters, digits and {@code . _ @ + : | -}, the first a letter or digit. */
final class UserName {

    static final int LONGEST = 128;
    static final String EXPECTED =
            "must be 1 to 128 letters, digits and . _ @ + : | - and begin with a letter or a digit";

    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+:|-]{0," + (LONGEST - 1) + "}");

    private UserName() {}

    static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }
}
