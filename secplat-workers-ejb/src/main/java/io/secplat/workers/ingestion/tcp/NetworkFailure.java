package io.secplat.workers.ingestion.tcp;

import io.secplat.contracts.model.ProbeError;
import io.secplat.guard.TargetRefusedException;
import io.secplat.workers.ingestion.CheckResult;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What a failed connection says about the target, or that it says nothing because we are the ones in need. */
public final class NetworkFailure {

    private NetworkFailure() {}

    /** The result of a check that ended so. */
    public static CheckResult of(IOException failure) {
        if (isOurs(failure)) {
            return new CheckResult.Unknown("no_local_resources");
        }
        if (failure instanceof TargetRefusedException refused) {
            return new CheckResult.Refused(refused.refusal(), String.valueOf(refused.getMessage()));
        }
        if (failure instanceof SocketTimeoutException) {
            return CheckResult.down(ProbeError.TIMEOUT);
        }
        if (failure instanceof InterruptedIOException) {
            return new CheckResult.Unknown("interrupted");
        }
        if (failure instanceof UnknownHostException) {
            return CheckResult.down(ProbeError.DNS_ERROR);
        }
        if (failure instanceof SSLException && !(failure.getCause() instanceof SocketException)) {
            return failure.getCause() instanceof SocketTimeoutException
                    ? CheckResult.down(ProbeError.TIMEOUT)
                    : CheckResult.down(ProbeError.TLS_ERROR);
        }
        return CheckResult.down(ProbeError.CONNECTION_REFUSED);
    }

    private static boolean isOurs(IOException failure) {
        return failure instanceof BindException
                || Stream.of(
                                "Too many open files",
                                "No buffer space",
                                "Cannot assign requested address",
                                "annot allocate memory",
                                "Out of memory",
                                "Memory allocation failure",
                                "System error")
                        .anyMatch(String.valueOf(failure.getMessage())::contains);
    }
}
