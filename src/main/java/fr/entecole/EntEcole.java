package fr.entecole;

import fr.entecole.exploitation.Lanceur;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/// The application: one jar that serves pages (`start`) or runs one command (`import`, `compte`, …).
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@Modulithic(systemName = "ENT-École", sharedModules = "socle")
public class EntEcole {

    public static void main(String[] args) {
        Lanceur.run(EntEcole.class, args);
    }
}
