package io.secplat.runtime.admin;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Who asks for the operation that this thread carries out. */
public final class CurrentOperator {

    /** Somebody who reached the process without signing in to the server, so from the machine itself. */
    public static final String LOCAL = "local";

    private static final ThreadLocal<String> NAME = ThreadLocal.withInitial(() -> LOCAL);

    private CurrentOperator() {}

    /** The operator's name. */
    public static String name() {
        return NAME.get();
    }

    static <T> T whileActing(String operator, Callable<T> work) throws Exception {
        NAME.set(operator);
        try {
            return work.call();
        } finally {
            NAME.remove();
        }
    }

    /** Who signed in to the server for this call. Other servers than Liberty are not asked, so that they need no class of it. */
    static String signedIn() {
        try {
            Method caller =
                    Class.forName("com.ibm.websphere.security.auth.WSSubject").getMethod("getCallerPrincipal");
            return Optional.ofNullable(caller.invoke(null))
                    .map(String::valueOf)
                    .filter(name -> !name.equals("UNAUTHENTICATED"))
                    .orElse(LOCAL);
        } catch (ReflectiveOperationException | LinkageError e) {
            return LOCAL;
        }
    }
}
