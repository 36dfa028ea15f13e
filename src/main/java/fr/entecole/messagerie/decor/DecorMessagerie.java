package fr.entecole.messagerie.decor;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.Envoi;
import fr.entecole.messagerie.Envoi.Lettre;
import fr.entecole.messagerie.LectureDesConversations;
import fr.entecole.messagerie.RemiseDesMessages;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people of Marie Curie and Alphonse Daudet have written to each other these last days, by the room's own
/// gestures.
@Component
class DecorMessagerie implements Decor {

    private static final int ORDRE = 150;

    private final Correspondance correspondance;
    private final RemiseDesMessages remise;
    private final LectureDesConversations lecture;
    private final Reperes reperes;
    private final Utilisateurs utilisateurs;
    private final JdbcClient jdbc;

    DecorMessagerie(
            Correspondance correspondance,
            RemiseDesMessages remise,
            LectureDesConversations lecture,
            Reperes reperes,
            Utilisateurs utilisateurs,
            JdbcClient jdbc) {
        this.correspondance = correspondance;
        this.remise = remise;
        this.lecture = lecture;
        this.reperes = reperes;
        this.utilisateurs = utilisateurs;
        this.jdbc = jdbc;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        utilisateurs.forgetAll(); // those of a world that does not stand yet
        var curie = reperes.ecole("0110358E");
        var daudet = reperes.ecole("0110359F");
        var esteve = who(monde, "Claire Estève");
        var samira = who(monde, "Samira Benali");
        var castans = who(monde, "Hélène Castans");
        var lunettes = begin(
                esteve,
                curie,
                "Les lunettes oubliées",
                Public.ofPersonnes(curie, List.of(samira.personneId()), Qui.RESPONSABLES),
                "",
                "Bonjour, Inès a oublié ses lunettes en classe. Je les ai mises dans son casier.",
                before(monde, 4, 16, 30));
        reply(samira, lunettes, "Merci beaucoup. Son père les prendra demain matin.", before(monde, 4, 17, 2));
        reply(esteve, lunettes, "Parfait. Bonne soirée à vous.", before(monde, 4, 17, 5));
        begin(
                castans,
                curie,
                "Conseil des maîtres",
                Public.ofPersonnes(
                        curie,
                        List.of(
                                esteve.personneId(),
                                who(monde, "Vincent Oustry").personneId()),
                        Qui.EQUIPE),
                "",
                "Le prochain conseil a lieu jeudi à 16 h 45 en salle de réunion. Dites-moi ce que vous voulez y mettre.",
                before(monde, 3, 10, 5));
        begin(
                esteve,
                curie,
                "Le sac à dos pour le musée",
                Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES),
                "Familles du CM1",
                "Bonjour, un petit sac à dos suffit pour la sortie. Pensez à la gourde.",
                before(monde, 2, 12, 20));
        begin(
                who(monde, "Bastien Rouquette"),
                daudet,
                "Rendez-vous de mardi",
                Public.ofPersonnes(daudet, List.of(samira.personneId()), Qui.RESPONSABLES),
                "",
                "Bonjour, le créneau de 16 h 40 vous convient-il ? Nous parlerons des premiers mois de Younes.",
                before(monde, 1, 12, 20));
        utilisateurs.forgetAll();
    }

    private Utilisateur who(Monde monde, String nom) {
        return utilisateurs.of(monde.compte(nom), null).orElseThrow();
    }

    private static Instant before(Monde monde, int days, int hour, int minute) {
        return monde.jour()
                .minusDays(days)
                .atTime(hour, minute)
                .atZone(Calendrier.PARIS)
                .toInstant();
    }

    private UUID begin(
            Utilisateur auteur, UUID ecole, String objet, Public pour, String mots, String texte, Instant quand) {
        var id = correspondance.begin(
                auteur, new Envoi(ecole, objet, List.of(pour), mots, Set.of(), false, false, null, said(texte)), quand);
        deliver(quand);
        return id;
    }

    private void reply(Utilisateur auteur, UUID conversation, String texte, Instant quand) {
        lecture.find(auteur, conversation, null).ifPresent(lue -> {
            correspondance.see(auteur, lue.conversation(), quand);
            correspondance.reply(auteur, lue.conversation(), said(texte), quand);
            deliver(quand);
        });
    }

    private static Lettre said(String texte) {
        return new Lettre(
                TexteRiche.of(texte.replace(" ?", "\u00a0?").replace("16 h ", "16\u00a0h\u00a0")),
                Uuids.v7(),
                List.of(),
                null);
    }

    /// Whatever day it is, the world's past has been delivered.
    private void deliver(Instant quand) {
        jdbc.sql("""
                        update messagerie.message set remettre_le = ecrit_le where remis_le is null returning id
                        """).query(UUID.class).list().forEach(id -> remise.deliver(id, quand));
    }
}
