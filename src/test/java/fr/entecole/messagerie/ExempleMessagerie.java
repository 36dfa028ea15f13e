package fr.entecole.messagerie;

import static fr.entecole.maison.Passant.CAMARADE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ELEVE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.messagerie.Envoi.Lettre;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The teacher and the child's guardian talk; something waits for its hour; the child has written to a friend and the
/// teacher reads it first.
class ExempleMessagerie implements ExempleDeModule {

    @Override
    public String module() {
        return "messagerie";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var now = monde.bean(Clock.class).instant();
        var toGuardian = Public.ofPersonnes(monde.ecole(), List.of(monde.personne(RESPONSABLE)), Qui.RESPONSABLES);
        var talk = begin(monde, ENSEIGNANTE, toGuardian, false, now);
        deliver(monde, talk);
        var waiting = begin(monde, ENSEIGNANTE, toGuardian, false, sunday(now));
        var held = begin(
                monde,
                ELEVE,
                Public.ofPersonnes(monde.ecole(), List.of(monde.personne(CAMARADE)), Qui.ELEVES),
                true,
                now);
        monde.post(
                ENSEIGNANTE, "/messagerie/conversations/" + talk + "/classement", "nom", "Timéo", "motif", "Un accord");
        var gone = begin(monde, ENSEIGNANTE, toGuardian, false, now);
        deliver(monde, gone);
        monde.jdbc()
                .sql("""
                        with r as (update messagerie.message set retire_le = :now where id = :id returning id, ecole_id)
                        insert into messagerie.lecture_retiree (ecole_id, message_id, personne_id)
                        select ecole_id, id, :lecteur from r
                        """)
                .param("now", Correspondance.utc(now))
                .param("id", message(monde, gone))
                .param("lecteur", monde.personne(RESPONSABLE))
                .update();
        settle(monde);

        var there = "/messagerie/conversations/{id}";
        exemple.get(there).with("id", talk).answers(ENSEIGNANTE, RESPONSABLE);
        exemple.post(there + "/messages")
                .with("id", talk)
                .field("texte", "Merci.")
                .answers(ENSEIGNANTE, RESPONSABLE);
        exemple.post(there + "/non-lu").with("id", talk).answers(ENSEIGNANTE, RESPONSABLE);
        exemple.post(there + "/marque").with("id", talk).field("marque", "oui").answers(ENSEIGNANTE, RESPONSABLE);
        exemple.get(there + "/classement").with("id", talk).answers(ENSEIGNANTE, RESPONSABLE);
        exemple.post(there + "/classement")
                .with("id", talk)
                .field("nom", "Timéo")
                .field("motif", "Pour le prochain rendez-vous")
                .answers(ENSEIGNANTE, RESPONSABLE);
        exemple.post("/messagerie/messages/{id}/annulation")
                .with("id", message(monde, waiting))
                .answers(ENSEIGNANTE);
        exemple.post("/messagerie/messages/{id}/rappel")
                .with("id", message(monde, talk))
                .answers(ENSEIGNANTE);
        exemple.post("/messagerie/relecture/{message}")
                .with("message", message(monde, held))
                .field("geste", "rendre")
                .field("motif", "On en parle demain.")
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/messagerie/regles/{ecole}").with("ecole", monde.ecole()).answers(DIRECTRICE);
    }

    private static UUID begin(Monde monde, Passant auteur, Public pour, boolean retenu, Instant now) {
        var utilisateur =
                monde.bean(Utilisateurs.class).of(monde.compte(auteur), null).orElseThrow();
        return monde.bean(Correspondance.class)
                .begin(
                        utilisateur,
                        new Envoi(
                                monde.ecole(),
                                "Le cahier de Timéo",
                                List.of(pour),
                                "",
                                Set.of(),
                                false,
                                retenu,
                                null,
                                new Lettre(TexteRiche.of("Bonjour."), Uuids.v7(), List.of(), null)),
                        now);
    }

    /// Nothing is delivered on a Sunday.
    private static Instant sunday(Instant now) {
        return now.atZone(Calendrier.PARIS)
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .toInstant();
    }

    private static UUID message(Monde monde, UUID conversation) {
        return monde.jdbc()
                .sql("select id from messagerie.message where conversation_id = :id")
                .param("id", conversation)
                .query(UUID.class)
                .single();
    }

    /// Whatever the hour at which the test runs.
    private static void deliver(Monde monde, UUID conversation) {
        monde.jdbc()
                .sql("update messagerie.message set remettre_le = ecrit_le where remis_le is null")
                .update();
        monde.bean(RemiseDesMessages.class)
                .deliver(message(monde, conversation), monde.bean(Clock.class).instant());
    }

    /// A teacher who is away and signs, a guardian whom others may see, a rule that the head has set.
    private static void settle(Monde monde) {
        monde.post(ENSEIGNANTE, "/messagerie/reglages", "signature", "Claire Estève");
        monde.post(RESPONSABLE, "/messagerie/reglages", "signature", "", "visible", "true");
        monde.post(
                ENSEIGNANTE,
                "/messagerie/reglages/absence",
                "du",
                "2090-01-04",
                "au",
                "2090-01-08",
                "texte",
                "Formation");
        monde.post(DIRECTRICE, "/messagerie/regles/" + monde.ecole(), "permis", "RESPONSABLE_ENSEIGNANT");
    }
}
