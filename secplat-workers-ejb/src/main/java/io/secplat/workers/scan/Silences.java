package io.secplat.workers.scan;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says in words why a target did not answer. */
final class Silences {

    private Silences() {}

    static String reason(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "the name does not resolve";
        }
        if (failure instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (failure instanceof ConnectException) {
            return "the connection was refused";
        }
        if (failure instanceof SSLException) {
            return "TLS failed (" + failure.getMessage() + ")";
        }
        if (failure instanceof ProtocolException || failure instanceof EOFException) {
            return "the answer is not HTTP";
        }
        return "the connection broke";
    }
}
