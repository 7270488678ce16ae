package io.secplat.runtime;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells where an exception came from without its message. */
final class Traces {

    private static final int FRAMES = 12;
    private static final int CAUSES = 4;

    private Traces() {}

    static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable current = thrown;
        for (int depth = 0; current != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : " caused by ")
                    .append(current.getClass().getName())
                    .append(frames(current));
            current = current.getCause();
        }
        return text.toString();
    }

    private static String frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < ", " at ", ""));
    }
}
