package fr.entecole.demonstration;

import fr.entecole.annuaire.Annuaire;
import fr.entecole.socle.Installation;
import java.net.InetAddress;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/// At the first start on a new embedded base: the named world, unless it was asked to stay empty. What was chosen then
/// is written down; an external base never comes here.
@Component
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty() and '${ent.mode}' == 'serveur'")
class PremierDemarrage implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PremierDemarrage.class);

    private final Installation installation;
    private final Annuaire annuaire;
    private final MondeNomme monde;
    private final Clock clock;
    private final boolean vide;

    PremierDemarrage(
            Installation installation,
            Annuaire annuaire,
            MondeNomme monde,
            Clock clock,
            @Value("${ent.vide}") boolean vide,
            @Value("${server.address}") InetAddress adresse) {
        this.installation = installation;
        this.annuaire = annuaire;
        this.monde = monde;
        this.clock = clock;
        // A base that a command alone made may be started on any address: then it stays empty.
        this.vide = vide || !adresse.isLoopbackAddress();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (installation.demonstration() && !installation.loaded()) {
            load();
        } else if (installation.isNew()) {
            if (vide || !annuaire.isEmpty()) {
                installation.becomeReal();
            } else {
                load();
            }
        }
    }

    private void load() {
        LOG.info("demonstration: chargement du monde nommé");
        monde.load(LocalDate.now(clock), LOG::info);
    }
}
