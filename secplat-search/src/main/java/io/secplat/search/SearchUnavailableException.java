package io.secplat.search;

/** The search cluster does not answer, or not as it should. */
public class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
