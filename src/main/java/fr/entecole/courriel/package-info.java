/// Outgoing mail: a durable queue in the database and the one sender that empties it through SMTP.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.entecole.courriel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
