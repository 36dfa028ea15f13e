package fr.entecole.messagerie;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.messagerie.Envoi.Lettre;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Messages of the named world, delivered whatever the hour at which a test runs.
public final class Courrier {

    private final ApplicationContext context;
    private final JdbcClient jdbc;

    public Courrier(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /// Boxes are empty, and nobody has said anything.
    public Visites empty() {
        for (var table : List.of("conversation", "dossier", "absence", "choix", "regle")) {
            jdbc.sql("delete from messagerie." + table).update();
        }
        return new Visites(context);
    }

    public Utilisateur who(UUID personne) {
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        return context.getBean(Utilisateurs.class)
                .of(context.getBean(Comptes.class).ofPersonne(personne).orElseThrow(), personne)
                .orElseThrow();
    }

    public UUID begin(UUID auteur, UUID ecole, Public pour, String objet, String texte) {
        var id = write(auteur, ecole, List.of(pour), objet, texte, false);
        deliver();
        return id;
    }

    /// A guardian writes about all their children.
    public UUID write(UUID auteur, UUID ecole, List<Public> pour, String objet, String texte, boolean retenu) {
        var eleves = Perimetre.of(who(auteur)).enfants();
        return context.getBean(Correspondance.class)
                .begin(
                        who(auteur),
                        new Envoi(ecole, objet, pour, "", eleves, false, retenu, null, letter(texte)),
                        context.getBean(Clock.class).instant());
    }

    public static Lettre letter(String texte) {
        return new Lettre(TexteRiche.of(texte), Uuids.v7(), List.of(), null);
    }

    /// As if all hours had come.
    public void deliver() {
        jdbc.sql("update messagerie.message set remettre_le = '2000-01-01' where remis_le is null")
                .update();
        context.getBean(RondeDesMessages.class).deliverDue();
    }

    /// What has reached its hour, and nothing else.
    public int due() {
        return context.getBean(RondeDesMessages.class).deliverDue();
    }

    /// The last one of a conversation.
    public UUID last(UUID conversation) {
        return jdbc.sql(
                        "select id from messagerie.message where conversation_id = :id order by ecrit_le desc, id desc limit 1")
                .param("id", conversation)
                .query(UUID.class)
                .single();
    }

    public int unread(UUID personne) {
        return jdbc.sql("select coalesce(sum(non_lus), 0) from messagerie.participant where personne_id = :id")
                .param("id", personne)
                .query(Integer.class)
                .single();
    }

    public int count(String table) {
        return jdbc.sql("select count(*) from messagerie." + table)
                .query(Integer.class)
                .single();
    }
}
