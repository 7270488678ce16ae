package io.secplat.runtime.admin;

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
 * application and written down. What went wrong is told by its text when it was the operator's mistake, else by its class.
 */
final class ManagedBean extends StandardMBean {

    /** What all beans of a server share. */
    record Surroundings(Executor executor, Trail trail, Journal journal) {}

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
        FutureTask<Object> work = new FutureTask<>(
                () -> CurrentOperator.whileActing(operator, () -> super.invoke(operation, arguments, signature)));
        surroundings.executor().execute(work);
        String status = "failed";
        try {
            Object result = work.get();
            status = "done";
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MBeanException(null, operation + " goes on, but nobody waits for it");
        } catch (ExecutionException e) {
            Throwable cause = cause(e);
            if (cause instanceof IllegalArgumentException mistake) {
                status = "refused";
                // Its text alone: what is behind it may hold secrets, or classes that the client does not have.
                String text = String.valueOf(mistake.getMessage());
                throw new RuntimeMBeanException(new IllegalArgumentException(text), text);
            }
            surroundings.journal().error("admin." + operation, "failed", cause);
            throw new MBeanException(
                    null, operation + " failed: " + cause.getClass().getSimpleName());
        } finally {
            surroundings.trail().note(new Act(operator, target, operation, texts(arguments), status));
        }
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
        return info.getName().startsWith("show") || info.getName().startsWith("list")
                ? MBeanOperationInfo.INFO
                : MBeanOperationInfo.ACTION;
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
