package io.secplat.api.auth.jwt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** The text of a PEM file with one key. */
record Pem(String text) {

    /** Empty when the file cannot be read. */
    static Optional<Pem> read(Path file) {
        try {
            return Optional.of(new Pem(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The key's bytes; IllegalArgumentException when they are not base64. */
    byte[] der() {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    /** It may hold a private key. */
    @Override
    public String toString() {
        return "Pem";
    }
}
