package io.secplat.runtime.admin;

import io.secplat.contracts.event.OperatorAct;
import io.secplat.runtime.Journal;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.ReflectionException;
import javax.management.RuntimeMBeanException;
import javax.management.StandardMBean;

/**
 * A management bean whose descriptions come from {@link Described}, and whose every operation is carried out on a thread of the
 * application and written down before and after. What went wrong is told by its text when it was the operator's mistake, else by its class.
 */
final class ManagedBean extends StandardMBean {

    /** What all beans of a server share. */
    record Surroundings(Executor executor, Scribe scribe, Journal journal) {}

    private final String target;
    private final Surroundings surroundings;

    @SuppressWarnings("unchecked")
    ManagedBean(String target, Class<?> contract, Object operations, Surroundings surroundings) {
        super(operations, (Class<Object>) contract, true);
        this.target = target;
        this.surroundings = surroundings;
    }

    @Override
    public Object invoke(String operation, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        String operator = CurrentOperator.signedIn();
        OperatorAct act = asked(new Scribe.Wish(operator, target, operation, texts(arguments), shows(operation)));
        FutureTask<Object> work = new FutureTask<>(
                () -> CurrentOperator.whileActing(operator, () -> super.invoke(operation, arguments, signature)));
        String status = "failed";
        String answer = "";
        try {
            surroundings.executor().execute(work);
            Object result = work.get();
            status = "done";
            answer = result instanceof String text ? text : "";
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = "";
            throw new MBeanException(null, operation + " goes on, but nobody waits for it");
        } catch (ExecutionException e) {
            Throwable cause = cause(e);
            if (cause instanceof IllegalArgumentException mistake) {
                status = "refused";
                answer = String.valueOf(mistake.getMessage());
                throw refusal(mistake);
            }
            answer = cause.getClass().getSimpleName();
            surroundings.journal().error("admin." + operation, "failed", cause);
            throw new MBeanException(null, operation + " failed: " + answer);
        } finally {
            // Nobody knows how an operation ends that nobody waits for.
            if (!status.isEmpty()) {
                surroundings.scribe().acted(act, status, answer);
            }
        }
    }

    private OperatorAct asked(Scribe.Wish wish) {
        try {
            return surroundings.scribe().asked(wish);
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    /** Its text alone: what is behind it may hold secrets, or classes that the client does not have. */
    private static RuntimeMBeanException refusal(IllegalArgumentException mistake) {
        String text = String.valueOf(mistake.getMessage());
        return new RuntimeMBeanException(new IllegalArgumentException(text), text);
    }

    private static Throwable cause(ExecutionException e) {
        Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
        boolean wrapped = cause instanceof RuntimeMBeanException || cause instanceof MBeanException;
        return wrapped ? Optional.ofNullable(cause.getCause()).orElse(cause) : cause;
    }

    private static List<String> texts(Object @org.jspecify.annotations.Nullable [] arguments) {
        return arguments == null
                ? List.of()
                : Arrays.stream(arguments).map(String::valueOf).toList();
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return text(Optional.ofNullable(getMBeanInterface().getAnnotation(Described.class)));
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        return text(method("get" + info.getName(), 0).map(method -> method.getAnnotation(Described.class)));
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
        return text(method(info).map(method -> method.getAnnotation(Described.class)));
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo info, int sequence) {
        return text(method(operation).map(method -> method.getParameters()[sequence].getAnnotation(Described.class)));
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo info, int sequence) {
        return method(operation)
                .map(method -> method.getParameters()[sequence])
                .map(Parameter::getName)
                .orElse("argument");
    }

    @Override
    protected int getImpact(MBeanOperationInfo info) {
        return shows(info.getName()) ? MBeanOperationInfo.INFO : MBeanOperationInfo.ACTION;
    }

    /** Whether an operation of that name changes nothing. */
    private static boolean shows(String operation) {
        return operation.startsWith("show") || operation.startsWith("list");
    }

    private static String text(Optional<Described> described) {
        return described.map(Described::value).orElse("");
    }

    private Optional<Method> method(MBeanOperationInfo info) {
        return method(info.getName(), info.getSignature().length);
    }

    private Optional<Method> method(String name, int parameters) {
        return Arrays.stream(getMBeanInterface().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst();
    }
}
