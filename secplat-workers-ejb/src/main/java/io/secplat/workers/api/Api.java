package io.secplat.workers.api;

/** The SecPlat API as one service user sees it; safe for use by several threads. */
@FunctionalInterface
public interface Api {

    /**
     * Sends the call with a token of the service user, signing in first where needed. Throws {@link ApiUnavailableException}
     * when the API could not be asked or asks to come again later (I/O, 408, 425, 429, 5xx, a refused sign-in).
     */
    ApiAnswer send(ApiCall call) throws InterruptedException;
}
