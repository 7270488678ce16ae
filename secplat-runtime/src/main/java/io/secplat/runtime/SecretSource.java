package io.secplat.runtime;

/** Gives text that nobody can guess, so that tests can give known one. */
@FunctionalInterface
public interface SecretSource {

    /** That many characters of {@code [A-Za-z0-9]}; each adds nearly six bits. */
    String next(int length);
}
