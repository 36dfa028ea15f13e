package fr.entecole.annuaire.recherche;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.saisies.Venues;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Search by name inside what one may see, in one statement whatever the profile: the perimeter comes first, the name
/// after (docs/adr/0018-search-by-name.md). Accents, capitals, hyphens, apostrophes and the order of the words do not
/// count.
@Component
class Recherche {

    /// How many of each kind are shown; one more is asked for, to know that there are others.
    static final int SHOWN = 30;

    // A pupil, with classes; a guardian in force of one of them; who works in the same schools; for a head, a guardian
    // who is kept out.
    // Schools as an array: joined, the team of every school would be grouped first.
    static final String STAFF = """
            with mes_eleves as materialized (
                select e.eleve_id as id from annuaire.dirige d
                  join annuaire.present e on e.ecole_id = d.ecole_id
                 where d.personnel_id in (:moi)
                union
                select n.eleve_id from annuaire.instruit n where n.personnel_id in (:moi)),
            trouves as (
            (select 'ELEVE' as nature, e.id, e.civilite, e.prenom, e.nom, e.date_naissance, false as directeur,
                    (select jsonb_agg(jsonb_build_object('classe', c.libelle, 'noms', array(
                                   select p.nom from annuaire.enseigne n
                                     join annuaire.personnel p on p.id = n.personnel_id where n.classe_id = c.id)))
                       from annuaire.eleve_classe ec
                       join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is null
                      where ec.eleve_id = e.id and ec.fini_le is null) as lieux,
                    null::jsonb as enfants, '{}'::text[] as telephones, false as ecarte
               from mes_eleves m join annuaire.eleve e on e.id = m.id
              where e.mots @@ (select annuaire.demande(:saisie))
              order by e.nom collate "fr-x-icu", e.prenom collate "fr-x-icu", e.id limit :limite)
            union all
            (select 'RESPONSABLE', r.id, r.civilite, r.prenom, r.nom, null, false, null,
                    jsonb_agg(jsonb_build_object('code', a.code, 'id', e.id, 'prenom', e.prenom, 'nom', e.nom)
                              order by e.date_naissance),
                    array_remove(array[r.telephone_mobile, r.telephone_domicile, r.telephone_travail], null), false
               from mes_eleves m join annuaire.autorite(:jour) a on a.eleve_id = m.id
               join annuaire.eleve e on e.id = m.id
               join annuaire.responsable r on r.id = a.responsable_id and r.suspendu_le is null
              where r.mots @@ (select annuaire.demande(:saisie))
              group by r.id
              order by r.nom collate "fr-x-icu", r.prenom collate "fr-x-icu", r.id limit :limite)
            union all
            (select 'PERSONNEL', p.id, p.civilite, p.prenom, p.nom, null, bool_or(autre.directeur),
                    jsonb_agg(distinct jsonb_build_object('ecole', coalesce(s.nom_usage, s.nom_courant),
                                                          'commune', co.nom)), null,
                    array_remove(array_agg(distinct s.telephone), null), false
               from annuaire.equipe autre
               join annuaire.ouverte o on o.ecole_id = autre.ecole_id
               join annuaire.structure s on s.id = autre.ecole_id and s.genre = 'ECOLE'
               left join annuaire.commune co on co.insee = s.commune_insee
               join annuaire.personnel p on p.id = autre.personne_id
              where autre.ecole_id = any(array(select q.ecole_id from annuaire.equipe q where q.personne_id in (:moi)))
                and p.mots @@ (select annuaire.demande(:saisie))
              group by p.id
              order by p.nom collate "fr-x-icu", p.prenom collate "fr-x-icu", p.id limit :limite)
            union all
            (select 'RESPONSABLE', r.id, r.civilite, r.prenom, r.nom, null, false, null,
                    jsonb_agg(jsonb_build_object('code', '', 'id', e.id, 'prenom', e.prenom, 'nom', e.nom)
                              order by e.date_naissance), '{}', true
               from annuaire.dirige d
               join annuaire.present p on p.ecole_id = d.ecole_id
               join annuaire.protege(:jour) x on x.eleve_id = p.eleve_id
               join annuaire.restriction y on y.id = x.restriction_id and y.depuis <= :jour
               join annuaire.eleve e on e.id = x.eleve_id
               join annuaire.responsable r on r.id = x.responsable_id and r.suspendu_le is null
              where d.personnel_id in (:moi) and r.mots @@ (select annuaire.demande(:saisie))
              group by r.id
              order by r.nom collate "fr-x-icu", r.prenom collate "fr-x-icu", r.id limit :limite))
            select * from trouves
            """;

    // Who teaches a guardian's children, and who directs their schools: nobody of another family.
    // "offset 0" keeps the schools one by one: taken together, every function of the region would be read.
    static final String PARENT = """
            select 'PERSONNEL' as nature, p.id, p.civilite, p.prenom, p.nom, null::date as date_naissance,
                   bool_or(x.directeur) as directeur,
                   jsonb_agg(distinct jsonb_build_object('ecole', coalesce(s.nom_usage, s.nom_courant),
                                                         'commune', co.nom)) as lieux,
                   null::jsonb as enfants, array_remove(array_agg(distinct s.telephone), null) as telephones,
                   false as ecarte
              from (select d.personnel_id as personne_id, d.ecole_id, true as directeur
                      from unnest(array(
                           select e.structure_id from annuaire.autorite(:jour) a join annuaire.eleve e on e.id = a.eleve_id
                            where a.responsable_id in (:moi))) k (ecole_id)
                     cross join lateral (select x.* from annuaire.dirige x where x.ecole_id = k.ecole_id offset 0) d
                    union
                    select n.personnel_id, n.ecole_id, false
                      from annuaire.instruit n
                     where n.eleve_id = any(array(
                           select a.eleve_id from annuaire.autorite(:jour) a where a.responsable_id in (:moi)))) x
              join annuaire.personnel p on p.id = x.personne_id and p.suspendu_le is null
              join annuaire.structure s on s.id = x.ecole_id
              left join annuaire.commune co on co.insee = s.commune_insee
             where p.mots @@ (select annuaire.demande(:saisie))
             group by p.id
             order by p.nom collate "fr-x-icu", p.prenom collate "fr-x-icu", p.id
             limit :limite
            """;

    private final JdbcClient jdbc;
    private final RechercheRegion region;
    private final List<Venues> venues;
    private final RechercheDesEquipes equipes;
    private final Discretion discretion;
    private final Clock clock;

    /// @param venues none where there are no accounts
    Recherche(
            JdbcClient jdbc,
            RechercheRegion region,
            RechercheDesEquipes equipes,
            List<Venues> venues,
            Discretion discretion,
            Clock clock) {
        this.equipes = equipes;
        this.discretion = discretion;
        this.jdbc = jdbc;
        this.region = region;
        this.venues = venues;
        this.clock = clock;
    }

    /// @param saisie what was typed, as typed
    List<Trouve> find(String saisie, Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ENSEIGNANT -> marked(within(STAFF, Set.of(utilisateur.personneId()), saisie, utilisateur));
            case DIRECTEUR -> within(STAFF, Set.of(utilisateur.personneId()), saisie, utilisateur);
            case PARENT -> within(PARENT, utilisateur.personnes(), saisie, utilisateur);
            case ADMINISTRATEUR, DPO -> discretion.shown(region.find(saisie), utilisateur);
            case ASSISTANCE ->
                discretion.shown(equipes.find(saisie, utilisateur.personneId(), LocalDate.now(clock)), utilisateur);
            default -> List.of();
        };
    }

    /// A guardian who has come is given an access again by the head alone, of whom a teacher asks it.
    private List<Trouve> marked(List<Trouve> trouves) {
        var responsables = trouves.stream()
                .filter(trouve -> trouve.nature() == Nature.RESPONSABLE && trouve.acces() != null)
                .map(Trouve::id)
                .toList();
        if (responsables.isEmpty()) {
            return trouves;
        }
        var venus = venues.stream()
                .flatMap(told -> told.of(responsables).keySet().stream())
                .collect(Collectors.toSet());
        return trouves.stream()
                .map(trouve -> venus.contains(trouve.id()) ? trouve.byTheHead() : trouve)
                .toList();
    }

    /// The first of each kind, for who looks everywhere at once.
    Lecture<List<Trouve>> some(String saisie, Utilisateur utilisateur, int most) {
        boolean direction = utilisateur.is(Profil.DIRECTEUR);
        boolean parent = utilisateur.is(Profil.PARENT);
        return Lecture.of(
                        parent ? PARENT : STAFF,
                        Map.of(
                                "moi",
                                parent ? utilisateur.personnes() : Set.of(utilisateur.personneId()),
                                "jour",
                                LocalDate.now(clock),
                                "saisie",
                                saisie,
                                "limite",
                                most),
                        (rs, _) -> trouve(rs, direction))
                .map(found -> discretion.shown(found, utilisateur));
    }

    private List<Trouve> within(String sql, Set<UUID> moi, String saisie, Utilisateur utilisateur) {
        boolean direction = utilisateur.is(Profil.DIRECTEUR);
        var found = jdbc.sql(sql)
                .param("moi", moi)
                .param("jour", LocalDate.now(clock))
                .param("saisie", saisie)
                .param("limite", SHOWN + 1)
                .query((rs, _) -> trouve(rs, direction))
                .list();
        return discretion.shown(found, utilisateur);
    }

    private static Trouve trouve(ResultSet rs, boolean direction) throws SQLException {
        var nature = Nature.valueOf(rs.getString("nature"));
        var id = Colonnes.uuid(rs, "id");
        var nom = Noms.complet(rs.getString("prenom"), rs.getString("nom"));
        return switch (nature) {
            case ELEVE ->
                new Trouve(
                        id,
                        nature,
                        nom,
                        Colonnes.list(rs, "lieux", Place[].class).stream()
                                .map(Place::words)
                                .collect(Collectors.joining(", ")),
                        rs.getObject("date_naissance", LocalDate.class),
                        "/annuaire/eleves/" + id,
                        List.of(),
                        null,
                        false);
            case RESPONSABLE -> {
                var enfants = Colonnes.list(rs, "enfants", Enfant[].class);
                if (rs.getBoolean("ecarte")) {
                    yield keptOut(id, nom, enfants);
                }
                yield new Trouve(
                        id,
                        nature,
                        nom,
                        enfants.stream()
                                .map(e -> t("{0} : {1}", Lien.words(e.code), Noms.complet(e.prenom, e.nom)))
                                .collect(Collectors.joining(", ")),
                        null,
                        "/annuaire/eleves/" + enfants.getFirst().id,
                        Colonnes.strings(rs, "telephones").stream().distinct().toList(),
                        Noms.isOrganisme(rs.getString("prenom")) ? null : acces(id),
                        false);
            }
            default ->
                new Trouve(
                        id,
                        nature,
                        nom,
                        (rs.getBoolean("directeur") ? t("direction") + ", " : "")
                                + Colonnes.list(rs, "lieux", Lieu[].class).stream()
                                        .map(Lieu::words)
                                        .collect(Collectors.joining(", ")),
                        null,
                        null,
                        Colonnes.strings(rs, "telephones"),
                        direction && !rs.getBoolean("directeur") ? acces(id) : null,
                        false);
        };
    }

    /// Leads to the decision; nothing else of them is the school's to read.
    private static Trouve keptOut(UUID id, String nom, List<Enfant> enfants) {
        var whom = enfants.stream()
                .map(e -> Noms.complet(e.prenom, e.nom))
                .distinct()
                .collect(Collectors.joining(", "));
        return new Trouve(
                id,
                Nature.RESPONSABLE,
                nom,
                t("responsable écarté : {0}", whom),
                null,
                "/annuaire/eleves/" + enfants.getFirst().id() + "/restrictions",
                List.of(),
                null,
                false);
    }

    /// Where whoever hands codes gives this person one again.
    private static String acces(UUID id) {
        return "/comptes/personnes/" + id + "/acces";
    }

    /// A pupil's class, and the surnames of those who teach there, as the feed writes them.
    private record Place(String classe, List<String> noms) {

        String words() {
            return Noms.classe(
                    classe,
                    noms.stream()
                            .map(nom -> new Enseignant("", Noms.personne(nom)))
                            .toList());
        }
    }

    private record Enfant(String code, UUID id, String prenom, String nom) {}

    /// Where someone works, or is at school: a school or a circonscription, in a commune or not.
    ///
    /// @param genre of the structure, where it is asked for
    record Lieu(
            @Nullable UUID id,
            @Nullable String genre,
            @Nullable String ecole,
            @Nullable String commune) {

        String words() {
            var where = commune == null ? "" : commune;
            return ecole == null ? Noms.commune(where) : Noms.ecole(ecole, where);
        }
    }

    /// A teacher of no school would find nobody.
    static boolean may(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR, Profil.ADMINISTRATEUR, Profil.DPO, Profil.ASSISTANCE)
                || utilisateur.is(Profil.ENSEIGNANT) && !utilisateur.ecoles().isEmpty();
    }
}
