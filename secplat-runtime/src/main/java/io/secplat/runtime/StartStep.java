package io.secplat.runtime;

/** Work that a server does once for a role before it starts the role's workers. Doing it again changes nothing. */
public interface StartStep {

    /** The order of a step that checks settings: first of all, since trying again cannot help. */
    int SETTINGS = -100;

    /** The order of a step that prepares the schema. */
    int SCHEMA = 0;

    /** The order of a step that fills empty tables. */
    int CONTENT = 100;

    /** The role that needs it. */
    Role role();

    /** A stable name for logs. */
    String name();

    /** Steps run one after another, lowest first. */
    int order();

    /** An exception that escapes means the step is not done; the server may try again. */
    void run();
}
