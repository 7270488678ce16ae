package io.secplat.workers.scan.headers.csp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Path-part matching of CSP Level 3, section 6.7.2.12, on whole sources. */
final class PathMatch {

    private PathMatch() {}

    /** Whether B is within A: piece by piece equal, and no longer than A unless A ends with a slash. */
    static boolean matches(String a, String b) throws MalformedPolicyException {
        boolean open = a.endsWith("/");
        String[] piecesOfA = a.split("/", -1);
        String[] piecesOfB = b.split("/", -1);
        if (piecesOfA.length > piecesOfB.length || (!open && piecesOfA.length != piecesOfB.length)) {
            return false;
        }
        int count = open ? piecesOfA.length - 1 : piecesOfA.length;
        for (int i = 0; i < count; i++) {
            if (!decoded(piecesOfA[i]).equals(decoded(piecesOfB[i]))) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String piece) throws MalformedPolicyException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            if (piece.charAt(i) == '%') {
                int end = endOfEscapes(piece, i);
                text.append(utf8(piece, i, end));
                i = end - 1;
            } else {
                text.append(piece.charAt(i));
            }
        }
        return text.toString();
    }

    private static int endOfEscapes(String piece, int start) {
        int end = start;
        while (end < piece.length() && piece.charAt(end) == '%') {
            end = Math.min(end + 3, piece.length());
        }
        return end;
    }

    private static String utf8(String piece, int start, int end) throws MalformedPolicyException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = start; i < end; i += 3) {
            bytes.write(octet(piece.substring(i + 1, Math.min(i + 3, end))));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedPolicyException("escapes that are no UTF-8");
        }
    }

    private static int octet(String hex) throws MalformedPolicyException {
        if (!hex.matches("[0-9a-fA-F]{2}")) {
            throw new MalformedPolicyException("a broken escape");
        }
        return Integer.parseInt(hex, 16);
    }
}
