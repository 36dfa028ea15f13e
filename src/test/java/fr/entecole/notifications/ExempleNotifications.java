package fr.entecole.notifications;

import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// A guardian is told something of their own, has a mail address, choices and a device.
class ExempleNotifications implements ExempleDeModule {

    private static final String CLE =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    @Override
    public String module() {
        return "notifications";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var personne = monde.personne(RESPONSABLE);
        var compte = monde.compte(RESPONSABLE);
        monde.jdbc()
                .sql("update comptes.compte set active_le = now() where id = ? and active_le is null")
                .param(compte)
                .update();
        monde.post(RESPONSABLE, "/notifications/reglages/adresse", "courriel", "nora@example.org");
        monde.post(RESPONSABLE, "/notifications/reglages", "heure", "18", "mot-dessai-appareils", "true");
        // the node may know the pair of another base of these tests
        monde.jdbc()
                .sql(
                        "insert into notifications.cle_vapid (publique, scellee, faite_le) values ('', '', now()) on conflict do nothing")
                .update();
        monde.post(
                RESPONSABLE,
                "/notifications/reglages/appareils",
                "adresse",
                "https://fcm.googleapis.com/fcm/send/essai",
                "cle",
                CLE,
                "secret",
                "BTBZMqHH6r4Tts7J_aSIgg");
        var chose = UUID.randomUUID();
        monde.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> monde.bean(Nouvelles.class)
                        .deposit(
                                null,
                                new Nouvelle(
                                        SorteDEssai.MOT_DESSAI,
                                        chose,
                                        Public.ofPersonnes(monde.ecole(), List.of(personne), Qui.RESPONSABLES),
                                        "/aide",
                                        "Piscine mardi")));
        monde.bean(Livraisons.class).work(Instant.now().plus(Duration.ofDays(60)));
        var ligne =
                monde.id("select id from notifications.ligne where personne_id = ? order by id desc limit 1", personne);
        var appareil = monde.id("select id from notifications.abonnement where personne_id = ?", personne);
        exemple.post("/notifications/{id}/lecture").with("id", ligne).answers(RESPONSABLE);
        exemple.post("/notifications/lecture").field("jusque", ligne).answers(RESPONSABLE);
        exemple.post("/notifications/reglages/appareils/{id}/retrait")
                .with("id", appareil)
                .answers(RESPONSABLE);
        var sealed = "the address is sealed: it allows nothing but to stop letters, and shows nothing of anyone";
        exemple.get("/notifications/desabonnement/{jeton}").with("jeton", "x").open(sealed);
        exemple.post("/notifications/desabonnement/{jeton}").with("jeton", "x").open(sealed);
    }

    @Override
    public String withoutContenu() {
        return "it tells of what others have published, in its titles alone";
    }

    @Override
    public String withoutRecherche() {
        return "what it tells of is found in its own room";
    }
}
