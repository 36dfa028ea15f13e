package fr.entecole.notifications.donnees;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Comptes;
import fr.entecole.notifications.Cadence;
import fr.entecole.notifications.Sortes;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reached someone, and how they want to be reached. A guardian reads nothing of a child's bell.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // while the accounts can still be asked
class NotificationsDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteNotifications() {
        return ActiviteDeclaree.of(
                "notifications",
                () -> new Activite(
                        t("Nouvelles et rappels"),
                        t("Prévenir chacun de ce qui le concerne, comme il l’a choisi."),
                        Base.MISSION,
                        t("Toute personne qui a un compte"),
                        t("La personne")));
    }

    /// Lines are news: three months later nobody looks for them, and the thing itself is in its room.
    private static final Duration GARDE = Duration.ofDays(90);

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Sortes sortes;
    private final Comptes comptes;
    private final Clock clock;

    NotificationsDonneesPersonnelles(JdbcClient jdbc, Sortes sortes, Comptes comptes, Clock clock) {
        this.jdbc = jdbc;
        this.sortes = sortes;
        this.comptes = comptes;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "notifications";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(
                new Traitement(
                                t("Les nouvelles de votre cloche, lues ou non"),
                                t("Ceux qui vous écrivent dans l’ENT"),
                                GARDE)
                        .of("nouvelles", "ecrites"),
                new Traitement(
                                t("L’adresse de courriel que vous avez donnée, vos appareils et vos choix"),
                                t("Vous-même"),
                                GARDE)
                        .of("adresses", "choix", "resume", "appareils"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select * from (
                            select 'nouvelles' as part, d.sorte, d.titre as valeur, l.nee_le::text as le, l.lue_le::text as lue
                              from notifications.ligne l join notifications.depot d on d.id = l.depot_id
                             where l.personne_id = :id and l.retiree_le is null
                            union all
                            select 'ecrites', d.sorte, coalesce(d.titre_avant, d.titre), d.depose_le::text, null from notifications.depot d
                             where d.auteur_id = :id
                                or d.id in (select p.depot_id from notifications.depot_personne p where p.personne_id = :id)
                            union all
                            select 'adresses', null, a.courriel, a.created_at::text, null from notifications.adresse a
                             where a.personne_id = :id
                            union all
                            select 'choix', p.sorte, p.cadence, p.dite_le::text, null from notifications.preference p
                             where p.personne_id = :id
                            union all
                            select 'resume', null, r.heure::text, null, null from notifications.resume r
                             where r.personne_id = :id
                            union all
                            select 'appareils', null, a.nom, a.abonne_le::text, null from notifications.abonnement a
                             where a.personne_id = :id) x order by part, le
                        """).param("id", personneId).query().listOfRows().forEach(row -> {
            var held = new LinkedHashMap<>(row);
            var part = String.valueOf(held.remove("part"));
            held.values().removeIf(Objects::isNull);
            parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(held);
        });
        return new LinkedHashMap<>(parts);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("nouvelles", t("Les nouvelles de votre cloche"));
        mots.put("nouvelles.sorte", t("De quoi il s’agit"));
        mots.put("nouvelles.valeur", t("Titre"));
        mots.put("nouvelles.le", t("Arrivée le"));
        mots.put("nouvelles.lue", t("Lue le"));
        mots.put("ecrites", "");
        mots.put("adresses", t("Vos adresses de courriel"));
        mots.put("adresses.valeur", t("Adresse"));
        mots.put("adresses.le", t("Donnée le"));
        mots.put("choix", t("Comment vous voulez être prévenu"));
        mots.put("choix.sorte", t("De quoi il s’agit"));
        mots.put("choix.valeur", t("Par courriel"));
        mots.put("choix.le", t("Choisi le"));
        mots.put("resume", t("Le résumé du jour"));
        mots.put("resume.valeur", t("Heure"));
        mots.put("appareils", t("Vos appareils prévenus"));
        mots.put("appareils.valeur", t("Appareil"));
        mots.put("appareils.le", t("Depuis le"));
        return mots;
    }

    @Override
    public Object shown(String mot, Object valeur) {
        return switch (mot) {
            case "nouvelles.sorte", "choix.sorte" -> sortes.phrase(valeur.toString());
            case "choix.valeur" -> Cadence.valueOf(valeur.toString()).libelle();
            default -> valeur;
        };
    }

    /// What was told to others of whom it names stays with them; the name does not. What came under an account that
    /// goes with its person goes too, for whomever of this account it was.
    @Override
    public void erase(UUID personneId) {
        comptes.ofPersonne(personneId)
                .flatMap(comptes::byId)
                .filter(compte -> compte.personneId().equals(personneId))
                .ifPresent(compte -> jdbc.sql("delete from notifications.ligne where compte_id = :compte")
                        .param("compte", compte.id())
                        .update());
        jdbc.sql("""
                        update notifications.depot set pour = replace(pour, :id::text, :personne)
                         where id in (select depot_id from notifications.depot_personne where personne_id = :id)
                        """)
                .param("id", personneId)
                .param("personne", NOBODY.toString())
                .update();
        for (var erased : List.of(
                "update notifications.depot set auteur_id = null where auteur_id = :id",
                "delete from notifications.depot_personne where personne_id = :id",
                "delete from notifications.ligne where personne_id = :id",
                "delete from notifications.adresse where personne_id = :id",
                "delete from notifications.preference where personne_id = :id",
                "delete from notifications.resume where personne_id = :id",
                "delete from notifications.abonnement where personne_id = :id")) {
            jdbc.sql(erased).param("id", personneId).update();
        }
    }

    @Override
    public void purge() {
        var terme = OffsetDateTime.now(clock).minus(GARDE);
        for (var old : List.of(
                "delete from notifications.ligne where nee_le < :terme",
                """
                delete from notifications.depot d where d.depose_le < :terme
                   and not exists (select 1 from notifications.remise r
                                    where r.depot_id = d.id and r.livree_le is null and r.annulee_le is null)
                   and not exists (select 1 from notifications.ligne l where l.depot_id = d.id)
                """,
                "delete from notifications.adresse where finie_le < :terme",
                "delete from notifications.adresse where verifiee_le is null and expire_le < :terme",
                "delete from notifications.abonnement where ferme_le < :terme")) {
            jdbc.sql(old).param("terme", terme).update();
        }
    }
}
