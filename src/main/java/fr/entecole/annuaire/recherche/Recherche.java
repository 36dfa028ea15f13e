package fr.entecole.annuaire.recherche;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
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

    // A pupil, with classes; a guardian in force of one of them; who works in the same schools.
    // Schools as an array: joined, the team of every school would be grouped first.
    static final String STAFF = """
            with mes_eleves as materialized (
                select e.id from annuaire.equipe q
                  join annuaire.ouverture o on o.structure_id = q.ecole_id and o.fermee_le is null
                  join annuaire.eleve e on e.structure_id = q.ecole_id and e.suspendu_le is null
                 where q.personne_id = :moi and q.directeur
                union
                select e.id from annuaire.enseigne n
                  join annuaire.eleve_classe ec on ec.classe_id = n.classe_id
                  join annuaire.eleve e on e.id = ec.eleve_id and e.suspendu_le is null
                 where n.personnel_id = :moi),
            trouves as (
            (select 'ELEVE' as nature, e.id, e.civilite, e.prenom, e.nom, e.date_naissance, false as directeur,
                    array(select concat_ws('§', c.libelle, (
                                   select string_agg(p.nom, '§') from annuaire.enseigne n
                                     join annuaire.personnel p on p.id = n.personnel_id where n.classe_id = c.id))
                            from annuaire.eleve_classe ec
                            join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is null
                           where ec.eleve_id = e.id) as lieux,
                    '{}'::text[] as enfants, '{}'::text[] as telephones
               from mes_eleves m join annuaire.eleve e on e.id = m.id
              where annuaire.mots(e.prenom, e.nom) @@ annuaire.demande(:saisie)
              order by e.nom collate "fr-x-icu", e.prenom collate "fr-x-icu", e.id limit :limite)
            union all
            (select 'RESPONSABLE', r.id, r.civilite, r.prenom, r.nom, null, false, '{}',
                    array_agg(a.code || '§' || e.id || '§' || e.prenom || '§' || e.nom order by e.date_naissance),
                    array_remove(array[r.telephone_mobile, r.telephone_domicile, r.telephone_travail], null)
               from mes_eleves m join annuaire.autorite a on a.eleve_id = m.id
               join annuaire.eleve e on e.id = m.id
               join annuaire.responsable r on r.id = a.responsable_id and r.suspendu_le is null
              where annuaire.mots(r.prenom, r.nom) @@ annuaire.demande(:saisie)
              group by r.id
              order by r.nom collate "fr-x-icu", r.prenom collate "fr-x-icu", r.id limit :limite)
            union all
            (select 'PERSONNEL', p.id, p.civilite, p.prenom, p.nom, null, bool_or(autre.directeur),
                    array_agg(distinct coalesce(s.nom_usage, s.nom_courant) || '§' || coalesce(co.nom, '')), '{}', '{}'
               from annuaire.equipe autre
               join annuaire.ouverture o on o.structure_id = autre.ecole_id and o.fermee_le is null
               join annuaire.structure s on s.id = autre.ecole_id and s.genre = 'ECOLE'
               left join annuaire.commune co on co.insee = s.commune_insee
               join annuaire.personnel p on p.id = autre.personne_id
              where autre.ecole_id = any(array(select q.ecole_id from annuaire.equipe q where q.personne_id = :moi))
                and annuaire.mots(p.prenom, p.nom) @@ annuaire.demande(:saisie)
              group by p.id
              order by p.nom collate "fr-x-icu", p.prenom collate "fr-x-icu", p.id limit :limite))
            select * from trouves
            """;

    // Who teaches a guardian's children, and who directs their schools: nobody of another family.
    static final String PARENT = """
            select 'PERSONNEL' as nature, p.id, p.civilite, p.prenom, p.nom, null::date as date_naissance,
                   bool_or(x.directeur) as directeur,
                   array_agg(distinct coalesce(s.nom_usage, s.nom_courant) || '§' || coalesce(co.nom, '')) as lieux,
                   '{}'::text[] as enfants, '{}'::text[] as telephones
              from (select q.personne_id, q.ecole_id, true as directeur
                      from annuaire.equipe q
                      join annuaire.ouverture o on o.structure_id = q.ecole_id and o.fermee_le is null
                     where q.directeur and q.ecole_id = any(array(
                           select e.structure_id from annuaire.autorite a join annuaire.eleve e on e.id = a.eleve_id
                            where a.responsable_id in (:moi)))
                    union
                    select n.personnel_id, n.ecole_id, false
                      from annuaire.autorite a join annuaire.eleve_classe ec on ec.eleve_id = a.eleve_id
                      join annuaire.enseigne n on n.classe_id = ec.classe_id
                     where a.responsable_id in (:moi)) x
              join annuaire.personnel p on p.id = x.personne_id and p.suspendu_le is null
              join annuaire.structure s on s.id = x.ecole_id
              left join annuaire.commune co on co.insee = s.commune_insee
             where annuaire.mots(p.prenom, p.nom) @@ annuaire.demande(:saisie)
             group by p.id
             order by p.nom collate "fr-x-icu", p.prenom collate "fr-x-icu", p.id
             limit :limite
            """;

    private final JdbcClient jdbc;
    private final RechercheRegion region;

    Recherche(JdbcClient jdbc, RechercheRegion region) {
        this.jdbc = jdbc;
        this.region = region;
    }

    /// @param saisie what was typed, as typed
    List<Trouve> find(String saisie, Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ENSEIGNANT, DIRECTEUR -> within(STAFF, Set.of(utilisateur.personneId()), saisie);
            case PARENT -> within(PARENT, utilisateur.personnes(), saisie);
            case ADMINISTRATEUR -> region.find(saisie);
            default -> List.of();
        };
    }

    private List<Trouve> within(String sql, Set<UUID> moi, String saisie) {
        return jdbc.sql(sql)
                .param("moi", moi)
                .param("saisie", saisie)
                .param("limite", SHOWN + 1)
                .query(Recherche::trouve)
                .list();
    }

    /// @param lieu the label, and the surnames of those who teach there, as the feed writes them
    private static String classe(String lieu) {
        var parts = List.of(lieu.split("§"));
        return Noms.classe(
                parts.getFirst(),
                parts.stream()
                        .skip(1)
                        .map(nom -> new Enseignant("", Noms.personne(nom)))
                        .toList());
    }

    private static Trouve trouve(ResultSet rs, int row) throws SQLException {
        var nature = Nature.valueOf(rs.getString("nature"));
        var id = Colonnes.uuid(rs, "id");
        var nom = Noms.complet(rs.getString("prenom"), rs.getString("nom"));
        var lieux = Colonnes.strings(rs, "lieux");
        return switch (nature) {
            case ELEVE ->
                new Trouve(
                        nature,
                        nom,
                        lieux.stream().map(Recherche::classe).collect(Collectors.joining(", ")),
                        rs.getObject("date_naissance", LocalDate.class),
                        "/annuaire/eleves/" + id,
                        List.of());
            case RESPONSABLE -> {
                var enfants = Colonnes.strings(rs, "enfants").stream()
                        .map(e -> e.split("§", 4))
                        .toList();
                yield new Trouve(
                        nature,
                        nom,
                        enfants.stream()
                                .map(e -> t("{0} : {1}", Lien.words(e[0]), Noms.complet(e[2], e[3])))
                                .collect(Collectors.joining(", ")),
                        null,
                        "/annuaire/eleves/" + enfants.getFirst()[1],
                        Colonnes.strings(rs, "telephones").stream().distinct().toList());
            }
            default ->
                new Trouve(
                        nature,
                        nom,
                        (rs.getBoolean("directeur") ? t("direction") + ", " : "")
                                + lieux.stream().map(Recherche::ecole).collect(Collectors.joining(", ")),
                        null,
                        null,
                        List.of());
        };
    }

    static String ecole(String joined) {
        var parts = joined.split("§", 2);
        return Noms.ecole(parts[0], parts[1]);
    }

    static boolean may(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.ADMINISTRATEUR);
    }

    /// @param detail class, children or school, in words
    /// @param naissance of a pupil, shown beside a homonym
    /// @param adresse the page to open, null where there is none
    record Trouve(
            Nature nature,
            String nom,
            String detail,
            @Nullable LocalDate naissance,
            @Nullable String adresse,
            List<String> telephones) {}
}
