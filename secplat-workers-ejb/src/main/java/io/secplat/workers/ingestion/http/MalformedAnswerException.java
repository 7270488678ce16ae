package io.secplat.workers.ingestion.http;

import java.io.IOException;

/** The other side answered something that is not HTTP. */
class MalformedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String what) {
        super(what);
    }
}
