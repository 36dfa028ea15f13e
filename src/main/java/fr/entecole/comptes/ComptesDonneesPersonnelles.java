package fr.entecole.comptes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Journal;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Preferences;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the accounts know of people: a login, when they come, from where wrong passwords were tried. An account lives
/// as long as its person in the directory, which says when it forgets one.
@Component
class ComptesDonneesPersonnelles implements DonneesPersonnelles {

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Comptes comptes;
    private final List<Perissable> perissables;
    private final ApplicationEventPublisher evenements;
    private final Journal journal;

    ComptesDonneesPersonnelles(
            JdbcClient jdbc,
            Lectures lectures,
            Comptes comptes,
            List<Perissable> perissables,
            ApplicationEventPublisher evenements,
            Journal journal) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.comptes = comptes;
        this.perissables = perissables;
        this.evenements = evenements;
        this.journal = journal;
    }

    @Override
    public String schema() {
        return "comptes";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(
                new Traitement(
                                t(
                                        "Identifiant, empreinte du mot de passe, date d’activation, langue, confort, titre choisi"),
                                t("L’ENT, d’après l’annuaire"),
                                Duration.ofDays(90))
                        .of(""),
                new Traitement(
                                t("Chartes acceptées, entendues ou refusées : version, date, enfant concerné"),
                                t("Vos réponses"),
                                Duration.ofDays(90))
                        .of("chartes"),
                new Traitement(t("Connexions en cours ou récentes"), t("Vos visites"), Duration.ofHours(18))
                        .of("sessions"),
                new Traitement(
                        t("Lieux et appareils d’où vous êtes déjà entré, sous forme d’empreinte"),
                        t("Vos visites"),
                        Duration.ofDays(90)),
                new Traitement(
                                t("Empreinte des codes d’accès qui vous ont été remis"),
                                t("Votre école, votre commune ou l’académie"),
                                Duration.ofDays(120))
                        .of("codes"),
                new Traitement(t("Ce que vous avez choisi de lire au journal"), t("Votre choix"), Duration.ofDays(90))
                        .of("choix"),
                new Traitement(
                                t("Nouvel accès demandé à la direction par un enseignant"),
                                t("L’enseignant de la classe"),
                                Duration.ofDays(120))
                        .of("demandes"),
                new Traitement(
                                t(
                                        "Ce que l’école vous confie : intérim, guichet, mandat de parent élu, avec les dates"),
                                t("La direction de l’école"),
                                Duration.ofDays(90))
                        .of("delegations"),
                new Traitement(
                                t(
                                        "Secondes preuves : nom donné au téléphone, dates ; codes de secours et appareil perdu"),
                                t("Vous, ou qui vous a dépanné"),
                                Duration.ofDays(90))
                        .of("facteurs"),
                new Traitement(
                        t("Jeunes enfants : empreinte de leurs deux images secrètes, essais qui n’allaient pas"),
                        t("Leur choix, ou celui de leur enseignant"),
                        Duration.ofDays(90)));
    }

    /// Whose account it is, what the account holds, what it did.
    @Override
    public int enonces() {
        return 3;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        return comptes.ofPersonne(personneId).map(this::exportCompte).orElse(Map.of());
    }

    /// Without visits and acts: when and from where a child comes in tells where their other home is.
    @Override
    public Map<String, Object> exportForGuardian(UUID eleveId, Set<UUID> responsables) {
        return comptes.ofPersonne(eleveId)
                .map(compte -> lectures.read(access(compte)))
                .orElse(Map.of());
    }

    private Map<String, Object> exportCompte(UUID compte) {
        var export = lectures.read(access(compte)
                .with(
                        rows(
                                "select created_at::text, vue_le::text, expire_le::text from comptes.session where compte_id = :id",
                                compte),
                        put("sessions")));
        export.put("journal", journal.ofActeur(compte));
        return export;
    }

    private static Lecture<Map<String, Object>> access(UUID compte) {
        return rows(
                        "select login, nature, created_at::text, active_le::text, langue, confort, civilite_choisie from comptes.compte where id = :id",
                        compte)
                .<Map<String, Object>>map(rows -> new HashMap<>(rows.getFirst()))
                .with(rows("""
                                        select c.texte, c.version, a.reponse, a.fait_le::text, a.eleve_id::text
                                          from comptes.accord a join comptes.charte c on c.id = a.charte_id
                                         where a.compte_id = :id order by a.id
                                        """, compte), put("chartes"))
                .with(
                        rows(
                                "select created_at::text, expire_le::text, utilise_le::text, annule_le::text from comptes.code where compte_id = :id",
                                compte),
                        put("codes"))
                .with(rows("""
                                        select i.depuis::text from comptes.images i
                                          join comptes.compte c on c.personne_id = i.eleve_id
                                         where c.id = :id and i.fini_le is null
                                        """, compte), put("images"))
                .with(rows("""
                                        select d.demandee_le::text, d.finie_le::text from comptes.demande_acces d
                                          join comptes.compte c on c.personne_id in (d.personne_id, d.demandeur_id)
                                         where c.id = :id
                                        """, compte), put("demandes"))
                .with(
                        rows(
                                "select cle, depuis::text, fini_le::text from comptes.choix where compte_id = :id",
                                compte),
                        put("choix"))
                .with(rows("""
                                        select nom, prouve_le::text, servi_le::text, fini_le::text
                                          from comptes.facteur where compte_id = :id and prouve_le is not null
                                        """, compte), put("facteurs"))
                .with(rows("""
                                        select fait_le::text, utilise_le::text
                                          from comptes.code_secours where compte_id = :id
                                        """, compte), put("secours"))
                .with(rows("""
                                        select motif, demande_le::text, fini_le::text from comptes.depannage
                                         where :id in (compte_id, demandeur_id, decideur_id)
                                        """, compte), put("depannages"))
                .with(rows("""
                                        select d.genre, d.du::text, d.au::text, d.finie_le::text
                                          from comptes.delegation d join comptes.compte c on c.personne_id = d.personne_id
                                         where c.id = :id
                                        """, compte), put("delegations"))
                .with(
                        rows(
                                "select depuis::text, jusque::text from comptes.appareil_sur where compte_id = :id",
                                compte),
                        put("surs"));
    }

    private static Lecture<List<Map<String, @Nullable Object>>> rows(String sql, UUID compte) {
        return Lecture.of(sql, Map.of("id", compte), new ColumnMapRowMapper());
    }

    private static BiFunction<Map<String, Object>, Object, Map<String, Object>> put(String mot) {
        return (export, rows) -> {
            export.put(mot, rows);
            return export;
        };
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        List.of("nature", "chartes.texte", "chartes.eleve_id", "choix.cle").forEach(tu -> mots.put(tu, ""));
        mots.put("", t("Compte"));
        mots.put("login", t("Identifiant"));
        mots.put("created_at", t("Compte créé le"));
        mots.put("active_le", t("Mot de passe choisi le"));
        mots.put("langue", t("Langue choisie"));
        mots.put("confort", t("Confort de lecture"));
        mots.put("civilite_choisie", t("Titre devant votre nom, pour les familles et les élèves"));
        mots.put("sessions", t("Visite"));
        mots.put("sessions.created_at", t("Depuis"));
        mots.put("sessions.vue_le", t("Dernière page"));
        mots.put("sessions.expire_le", t("Se ferme au plus tard"));
        mots.put("chartes", t("Charte"));
        mots.put("chartes.version", t("Version"));
        mots.put("chartes.reponse", t("Votre réponse"));
        mots.put("chartes.fait_le", t("Le"));
        mots.put("codes", t("Code d’accès remis"));
        mots.put("codes.created_at", t("Remis le"));
        mots.put("codes.expire_le", t("Valable jusqu’au"));
        mots.put("codes.utilise_le", t("Utilisé le"));
        mots.put("codes.annule_le", t("Annulé le"));
        mots.put("demandes", t("Nouvel accès demandé à la direction"));
        mots.put("demandes.demandee_le", t("Le"));
        mots.put("demandes.finie_le", t("Sans objet depuis"));
        mots.put("choix", t("Lire aussi les entrées au journal"));
        mots.put("choix.depuis", t("Depuis le"));
        mots.put("choix.fini_le", t("Jusqu’au"));
        mots.put("facteurs", t("Seconde preuve"));
        mots.put("facteurs.nom", t("Son nom"));
        mots.put("facteurs.prouve_le", t("Ajoutée le"));
        mots.put("facteurs.servi_le", t("A servi le"));
        mots.put("facteurs.fini_le", t("Retirée le"));
        mots.put("secours", t("Code de secours"));
        mots.put("secours.fait_le", t("Fait le"));
        mots.put("secours.utilise_le", t("Utilisé le"));
        mots.put("depannages", t("Appareil perdu"));
        mots.put("depannages.motif", t("Ce qui a été dit"));
        mots.put("depannages.demande_le", t("Demandé le"));
        mots.put("depannages.fini_le", t("Fini le"));
        mots.put("surs", t("Appareil où la seconde preuve n’est plus demandée"));
        mots.put("surs.depuis", t("Depuis le"));
        mots.put("surs.jusque", t("Jusqu’au"));
        mots.put("delegations", t("Ce que l’école vous confie"));
        mots.put("delegations.genre", t("Quoi"));
        mots.put("delegations.du", t("Premier jour"));
        mots.put("delegations.au", t("Dernier jour"));
        mots.put("delegations.finie_le", t("Fini le"));
        mots.put("images", t("Images secrètes"));
        mots.put("images.depuis", t("Depuis le"));
        mots.put("journal", t("Entrées et actes"));
        mots.put("journal.date", t("Quand"));
        mots.put("journal.fait", t("Quoi"));
        mots.put("journal.adresse", t("Adresse du réseau"));
        return mots;
    }

    @Override
    public Object shown(String mot, Object valeur) {
        return switch (mot + "=" + valeur) {
            case "chartes.reponse=ACCEPTEE" -> t("acceptée");
            case "chartes.reponse=ENTENDUE" -> t("entendue");
            case "chartes.reponse=REFUSEE" -> t("refusée");
            case "delegations.genre=INTERIM" -> t("direction par intérim");
            case "delegations.genre=GUICHET" -> t("guichet des accès");
            case "delegations.genre=APPEL" -> t("appel de l’école");
            case "delegations.genre=PARENT_ELU" -> t("mandat de parent élu");
            default -> Preferences.shown(mot, valeur);
        };
    }

    @Override
    @Transactional
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    @Override
    @Transactional
    public void erase(Collection<UUID> personnes) {
        var comptes = jdbc.sql("select id from comptes.compte where personne_id in (:personnes)")
                .param("personnes", personnes)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .list();
        if (comptes.isEmpty()) {
            return;
        }
        evenements.publishEvent(new ComptesDeconnectes(comptes));
        for (var table : List.of("entree_demonstration", "lien_unique", "code", "essai", "choix")) {
            delete(table, "compte_id", comptes);
        }
        for (var table : List.of("code", "demande_acces", "delegation")) {
            delete(table, "personne_id", personnes);
        }
        delete("demande_acces", "demandeur_id", personnes);
        delete("images", "eleve_id", personnes);
        for (var column : List.of("donnee_par", "finie_par")) {
            jdbc.sql("update comptes.delegation set %1$s = null where %1$s in (:personnes)".formatted(column))
                    .param("personnes", personnes)
                    .update();
        }
        this.comptes.promote(comptes); // what is left of second proofs goes with the account
        delete("compte", "id", comptes); // and its answers, never before it: the database sees to that
        delete("accord", "compte_id", comptes);
    }

    @Override
    public List<Reste> keeps() {
        return List.of(new Reste(
                "code.remis_par",
                "expire_le",
                ComptesReglages.GARDE_DES_CODES,
                t("Qui a remis le code, pour qui vient avec une vieille feuille")));
    }

    private void delete(String table, String column, Collection<UUID> ids) {
        jdbc.sql("delete from comptes." + table + " where " + column + " in (:ids)")
                .param("ids", ids)
                .update();
    }

    @Override
    public void purge() {
        perissables.forEach(Perissable::purge);
    }
}
