package fr.entecole.liaison.ecriture;

import fr.entecole.documents.Documents;
import fr.entecole.liaison.Ajout;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.CahierDeLiaison.Suite;
import fr.entecole.liaison.CahierDeLiaison.Urgence;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.contenu.EnvoisDeMots;
import fr.entecole.liaison.ecriture.Attente.Remise;
import fr.entecole.liaison.ecriture.Retouches.Retouche;
import fr.entecole.redaction.Brouillons;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.surete.Depart;
import fr.entecole.surete.Departs;
import fr.entecole.surete.Partance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is written, what goes with it, and the end of its draft: together or not at all.
@Component
class Publication {

    static final String NOUVEAU = Redaction.LIEU;

    private final CahierDeLiaison cahier;
    private final Documents documents;
    private final Brouillons brouillons;
    private final Attente attente;
    private final Departs departs;
    private final EnvoisDeMots envois;
    private final Clock clock;

    Publication(
            CahierDeLiaison cahier,
            Documents documents,
            Brouillons brouillons,
            Attente attente,
            Departs departs,
            EnvoisDeMots envois,
            Clock clock) {
        this.departs = departs;
        this.envois = envois;
        this.attente = attente;
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
    /// @param motif why it reaches people at once, whatever the hour; empty: at the hours of the school
    /// @param depart what holds it: then it hurries for nobody
    @Transactional
    public Publie publish(
            Utilisateur utilisateur, Redaction redaction, List<UUID> depots, Ajout ajout, String motif, Depart depart) {
        var now = clock.instant();
        var urgence = motif.isEmpty() || depart.attend() || depart.retenu() ? null : new Urgence(utilisateur, motif);
        var id = cahier.publish(redaction, auteur(utilisateur), now, urgence, mot -> {
            documents.attach(utilisateur, PiecesDesMots.SALLE, mot, redaction.ecole(), depots);
            ajout.keep(mot, redaction.ecole());
        });
        brouillons.drop(utilisateur, NOUVEAU);
        if (depart.retenu()) {
            envois.hold(List.of(id), now);
        }
        return new Publie(id, departs.left(utilisateur, depart, EnvoisDeMots.GENRE, id));
    }

    /// Those whom a correction reaches once more, or for the first time, count as those whom a new mot reaches.
    void brake(
            Utilisateur utilisateur, Mot mot, MotForm form, Redite redite, @Nullable Remise planned, Erreurs erreurs) {
        boolean others = planned != null && !Set.copyOf(planned.familles()).equals(Set.copyOf(mot.familles()));
        if (others || redite.annonce()) {
            var familles = planned == null ? mot.familles() : planned.familles();
            departs.again(utilisateur, Partance.of(mot.ecoleId(), familles, form.titre(), form.texte()))
                    .ifPresent(phrase -> erreurs.add(others ? "pour" : "prevenir", phrase));
        }
    }

    /// As [CahierDeLiaison#correct], with what is attached to it from now on and, until it is delivered, its day and
    /// whom it is for.
    ///
    /// @throws DepotRefuse when the school has no room left for what is added
    @Transactional
    public Suite correct(
            Utilisateur utilisateur, Mot mot, int base, Propos propos, Instant visibleLe, Redite redite, Avec avec) {
        var now = clock.instant();
        var suite = cahier.correct(mot.id(), base, propos, auteur(utilisateur), now, visibleLe, redite);
        if (suite == Suite.DEPASSE) {
            return suite;
        }
        keep(mot, avec.retouche, suite, now);
        documents.withdraw(PiecesDesMots.SALLE, mot.id(), avec.otees);
        documents.attach(utilisateur, PiecesDesMots.SALLE, mot.id(), mot.ecoleId(), avec.depots);
        boolean moved =
                avec.remise != null && attente.move(mot, propos.titre(), utilisateur.personneId(), avec.remise, now);
        brouillons.drop(utilisateur, lieu(mot.id()));
        return moved || avec.pieces() || avec.retouche.changes() ? Suite.CORRIGE : suite;
    }

    /// What was taken back meanwhile changes no more.
    private void keep(Mot mot, Retouche retouche, Suite suite, Instant now) {
        if (suite != Suite.CORRIGE && mot.isVisible(now)) {
            return;
        }
        if (retouche.ajout() != null) {
            retouche.ajout().keep(mot.id(), mot.ecoleId());
        }
        if (retouche.moved()) {
            attente.until(mot, retouche.avant());
        }
    }

    /// As [CahierDeLiaison#withdraw].
    boolean withdraw(Utilisateur utilisateur, Mot mot) {
        return cahier.withdraw(mot, auteur(utilisateur), clock.instant());
    }

    private static Auteur auteur(Utilisateur utilisateur) {
        return new Auteur(utilisateur.compteId(), utilisateur.personneId());
    }

    /// @param sursis what holds it, which its own page explains
    record Publie(UUID mot, Optional<UUID> sursis) {}

    /// What changes beside the words.
    ///
    /// @param remise null once it is delivered
    /// @param retouche of what the kind says, and until when one answers
    record Avec(List<UUID> depots, List<UUID> otees, Attente.@Nullable Remise remise, Retouche retouche) {

        boolean pieces() {
            return !depots.isEmpty() || !otees.isEmpty();
        }
    }
}
