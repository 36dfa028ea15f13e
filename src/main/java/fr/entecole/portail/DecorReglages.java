package fr.entecole.portail;

import fr.entecole.socle.Decor;
import fr.entecole.socle.Region;
import fr.entecole.socle.Region.Reglage;
import org.springframework.stereotype.Component;

/// The region of the named world has said who it is, and not yet who hosts it nor where to write about accessibility:
/// its administrator's home shows what is left.
@Component
class DecorReglages implements Decor {

    private final Region region;

    DecorReglages(Region region) {
        this.region = region;
    }

    @Override
    public int ordre() {
        return 30;
    }

    @Override
    public void install(Monde monde) {
        region.say(Reglage.ADRESSE, "1 place de l’Essai, 34000 Montpellier");
        region.say(Reglage.TELEPHONE, "01 99 00 10 10");
        region.say(Reglage.COURRIEL, "ent-ecole@example.org");
        region.say(Reglage.ASSISTANCE, "01 99 00 10 11");
        region.say(Reglage.DIRECTEUR_PUBLICATION, "La rectrice de région académique (démonstration)");
        region.say(Reglage.RESPONSABLE, "La rectrice de région académique (démonstration)");
        region.say(Reglage.DELEGUE, "Agnès Lebrun, dpo@example.org");
        region.read();
    }
}
