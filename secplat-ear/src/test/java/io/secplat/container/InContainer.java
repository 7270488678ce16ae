package io.secplat.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the packaged application in Open Liberty. The one container of the run starts with the application in it, so that
 * a class needs no deployment of its own: it calls the API from outside.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ApiBench.class, ArquillianExtension.class})
@interface InContainer {}
