package io.secplat.runtime.admin;

import io.secplat.runtime.ControlledLoop;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.eclipse.microprofile.config.Config;

/** Puts the management beans of a server's roles before operators, from the start of its loops until their end. */
public final class AdminDesk {

    private static final String DOMAIN = "io.secplat";

    private final MBeanServer server;
    private final ManagedBean.Surroundings surroundings;
    private final Journal journal;
    private final List<ObjectName> names = new ArrayList<>();

    /**
     * @param executor carries out each operation on a thread of the application
     * @param trail told of each operation
     */
    public AdminDesk(MBeanServer server, Executor executor, Trail trail, Diary diary) {
        this.server = server;
        this.journal = diary.journal();
        Scribe scribe = new Scribe(trail, journal, diary.ids(), diary.clock(), processName());
        this.surroundings = new ManagedBean.Surroundings(executor, scribe, journal);
    }

    /** What is needed to write something down. */
    public record Diary(Journal journal, IdSource ids, Clock clock) {}

    /** Host and process id, as the names of consumers have them. */
    private static String processName() {
        return ManagementFactory.getRuntimeMXBean().getName();
    }

    /** Opens the desk for these roles. A name that is taken in this process is left to whom it belongs, and told. */
    public synchronized void open(
            Collection<Role> roles, Collection<ControlledLoop> loops, Collection<RoleOperations> more, Config config) {
        for (ControlledLoop loop : loops) {
            String key = ",role=" + loop.worker().role().wire() + ",name="
                    + quoted(loop.worker().name());
            register("type=Loop" + key, LoopMXBean.class, new LoopConsole(loop));
        }
        for (Role role : roles) {
            register("type=Settings,role=" + role.wire(), SettingsMXBean.class, new SettingsConsole(config));
        }
        more.stream()
                .filter(operations -> roles.contains(operations.role()))
                .forEach(operations -> register(
                        "type=" + operations.name() + ",role="
                                + operations.role().wire(),
                        operations.contract(),
                        operations.operations()));
    }

    /** Takes back everything that it put there. */
    public synchronized void close() {
        for (ObjectName name : names) {
            try {
                server.unregisterMBean(name);
            } catch (JMException e) {
                journal.warn("admin.close", "failed", Map.of("target", name));
            }
        }
        names.clear();
    }

    private void register(String properties, Class<?> contract, Object operations) {
        ObjectName name = name(DOMAIN + ":" + properties);
        try {
            server.registerMBean(new ManagedBean(name.toString(), contract, operations, surroundings), name);
            names.add(name);
        } catch (InstanceAlreadyExistsException e) {
            journal.warn("admin.open", "taken", Map.of("target", name));
        } catch (JMException e) {
            journal.error("admin.open", "failed", e, Map.of("target", name));
        }
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String quoted(String name) {
        return name.matches("[\\w.-]+") ? name : ObjectName.quote(name);
    }
}
