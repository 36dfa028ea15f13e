package fr.entecole.liaison.ecriture;

import fr.entecole.documents.Documents;
import fr.entecole.liaison.Ajout;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.CahierDeLiaison.Suite;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.liaison.Redaction;
import fr.entecole.redaction.Brouillons;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is written, what goes with it, and the end of its draft: together or not at all.
@Component
class Publication {

    static final String NOUVEAU = "liaison.nouveau";

    private final CahierDeLiaison cahier;
    private final Documents documents;
    private final Brouillons brouillons;
    private final Clock clock;

    Publication(CahierDeLiaison cahier, Documents documents, Brouillons brouillons, Clock clock) {
        this.cahier = cahier;
        this.documents = documents;
        this.brouillons = brouillons;
        this.clock = clock;
    }

    static String lieu(UUID mot) {
        return "liaison.mot." + mot;
    }

    /// @param depots uploads of this author, in their order
    /// @throws DepotRefuse when the school has no room left for them
    /// @param ajout what its kind keeps beside it
    @Transactional
    public UUID publish(Utilisateur utilisateur, Redaction redaction, List<UUID> depots, Ajout ajout) {
        var id = cahier.publish(redaction, auteur(utilisateur), clock.instant(), mot -> {
            documents.attach(utilisateur, PiecesDesMots.SALLE, mot, redaction.ecole(), depots);
            ajout.keep(mot, redaction.ecole());
        });
        brouillons.drop(utilisateur, NOUVEAU);
        return id;
    }

    /// As [CahierDeLiaison#correct]; what is attached stays.
    @Transactional
    public Suite correct(Utilisateur utilisateur, Mot mot, int base, Propos propos, Instant visibleLe, Redite redite) {
        var suite = cahier.correct(mot.id(), base, propos, auteur(utilisateur), clock.instant(), visibleLe, redite);
        if (suite != Suite.DEPASSE) {
            brouillons.drop(utilisateur, lieu(mot.id()));
        }
        return suite;
    }

    /// As [CahierDeLiaison#withdraw].
    boolean withdraw(Utilisateur utilisateur, Mot mot) {
        return cahier.withdraw(mot, auteur(utilisateur), clock.instant());
    }

    private static Auteur auteur(Utilisateur utilisateur) {
        return new Auteur(utilisateur.compteId(), utilisateur.personneId());
    }
}
