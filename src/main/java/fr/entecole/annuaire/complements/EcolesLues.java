package fr.entecole.annuaire.complements;

import fr.entecole.annuaire.noms.Codes;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the directory knows of some schools, beside which the lines of a file are put.
@Component
class EcolesLues {

    private final JdbcClient jdbc;
    private final Clock clock;

    EcolesLues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param academie a feed brings them
    record Eleve(
            UUID id,
            UUID ecole,
            String nom,
            @Nullable String nomNaissance,
            String prenom,
            LocalDate naissance,
            @Nullable String ine,
            @Nullable String niveau,
            boolean academie,
            Set<UUID> classes) {

        boolean named(String autreNom, String autrePrenom) {
            return !autreNom.isEmpty()
                    && cle(prenom).equals(cle(autrePrenom))
                    && Stream.of(nom, nomNaissance == null ? nom : nomNaissance)
                            .anyMatch(n -> cle(n).equals(cle(autreNom)));
        }

        String nomComplet() {
            return Noms.complet(prenom, nom);
        }
    }

    /// @param academie the feed gives the school its classes
    record Classe(UUID id, UUID ecole, String libelle, boolean academie) {

        /// As the directory's pages write it.
        String nom() {
            return Noms.classe(libelle, List.of());
        }
    }

    /// @param enfants in these schools
    record Responsable(
            UUID id,
            String nom,
            @Nullable String nomNaissance,
            String prenom,
            boolean academie,
            List<String> coordonnees,
            Set<UUID> enfants) {

        boolean named(Collection<String> noms, String autrePrenom) {
            return cle(prenom).equals(cle(autrePrenom))
                    && noms.stream()
                            .map(EcolesLues::cle)
                            .anyMatch(n -> n.equals(cle(nom)) || nomNaissance != null && n.equals(cle(nomNaissance)));
        }
    }

    record Personnel(UUID id, UUID ecole, String nom, String prenom, boolean enseigne, Set<UUID> classes) {

        boolean named(Collection<String> noms, String autrePrenom) {
            return cle(prenom).equals(cle(autrePrenom))
                    && noms.stream().map(EcolesLues::cle).anyMatch(cle(nom)::equals);
        }
    }

    /// A pupil of one of the file's INE, who is not one of these schools' present ones.
    record Ailleurs(UUID id, boolean present, boolean academie) {}

    /// The schools of a file, which grows as lines are read.
    ///
    /// @param proteges children of whom the head decides who is linked to them
    record Lues(
            Map<UUID, String> uais,
            Map<UUID, List<Eleve>> parEcole,
            List<Classe> classes,
            List<Responsable> responsables,
            List<Personnel> personnels,
            Map<String, Ailleurs> ailleurs,
            Set<UUID> proteges) {

        Stream<Eleve> eleves(UUID ecole) {
            return parEcole.getOrDefault(ecole, List.of()).stream();
        }

        void remember(Eleve eleve) {
            var ofTheSchool = parEcole.computeIfAbsent(eleve.ecole(), _ -> new ArrayList<>());
            ofTheSchool.removeIf(e -> e.id().equals(eleve.id()));
            ofTheSchool.add(eleve);
        }

        /// The class so called, whatever its capitals, accents and blanks, and the word « classe » before it.
        Optional<Classe> classe(UUID ecole, String libelle) {
            var wanted = etiquette(libelle);
            return classes.stream()
                    .filter(c ->
                            c.ecole().equals(ecole) && etiquette(c.libelle()).equals(wanted))
                    .findFirst();
        }

        boolean fed(UUID ecole) {
            return classes.stream().anyMatch(c -> c.ecole().equals(ecole) && c.academie());
        }

        /// Whether that is the code of another school than this one.
        boolean anotherThan(UUID ecole, String uai) {
            var own = uais.getOrDefault(ecole, "");
            return !own.isEmpty() && Codes.uai(uai) && !uai.equals(own);
        }

        Optional<UUID> ecole(String uai) {
            return uais.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(uai.strip().toUpperCase(Locale.ROOT)))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /// Letters and figures without accents, capitals, blanks or hyphens.
    static String cle(String nom) {
        return Champ.cle(nom).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static String etiquette(String libelle) {
        return cle(libelle.strip().replaceFirst("(?i)^classes?\\b\\s*(de\\s+)?", ""));
    }

    Optional<UUID> byUai(String uai) {
        return jdbc.sql("select id from annuaire.structure where genre = 'ECOLE' and uai = :uai order by id limit 1")
                .param("uai", uai.strip().toUpperCase(Locale.ROOT))
                .query(UUID.class)
                .optional();
    }

    /// The code of a school, empty where it has none.
    String uai(UUID ecole) {
        return jdbc.sql("select coalesce(uai, '') from annuaire.structure where id = :ecole")
                .param("ecole", ecole)
                .query(String.class)
                .optional()
                .orElse("");
    }

    Lues read(Collection<UUID> ecoles, Collection<String> ines) {
        var ids = ecoles.toArray(UUID[]::new);
        Map<UUID, String> uais = new HashMap<>();
        jdbc.sql("select id, coalesce(uai, '') as uai from annuaire.structure where id = any(:ecoles)")
                .param("ecoles", ids)
                .query(rs -> {
                    uais.put(Colonnes.uuid(rs, "id"), rs.getString("uai"));
                });
        return new Lues(
                uais,
                eleves(ids),
                classes(ids),
                responsables(ids),
                personnels(ids),
                elsewhere(ids, ines),
                new HashSet<>(jdbc.sql("""
                                select p.eleve_id from annuaire.protege(:jour) p
                                  join annuaire.eleve e on e.id = p.eleve_id
                                 where e.structure_id = any(:ecoles)
                                """)
                        .param("jour", LocalDate.now(clock))
                        .param("ecoles", ids)
                        .query(UUID.class)
                        .list()));
    }

    private Map<UUID, List<Eleve>> eleves(UUID[] ecoles) {
        return jdbc
                .sql("""
                        select e.id, e.structure_id, e.nom, e.nom_naissance, e.prenom, e.date_naissance, e.ine, e.niveau,
                               e.aaf_id is not null as academie,
                               array(select c.id from annuaire.inscrit i
                                       join annuaire.classe c on c.id = i.classe_id and c.archivee_le is null
                                      where i.eleve_id = e.id) as classes
                          from annuaire.eleve e
                         where e.structure_id = any(:ecoles) and e.suspendu_le is null
                         order by e.id
                        """)
                .param("ecoles", ecoles)
                .query((rs, _) -> new Eleve(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "structure_id"),
                        rs.getString("nom"),
                        rs.getString("nom_naissance"),
                        rs.getString("prenom"),
                        rs.getObject("date_naissance", LocalDate.class),
                        rs.getString("ine"),
                        rs.getString("niveau"),
                        rs.getBoolean("academie"),
                        Colonnes.uuids(rs, "classes")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Eleve::ecole, HashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private List<Classe> classes(UUID[] ecoles) {
        return new ArrayList<>(jdbc.sql("""
                        select id, structure_id, libelle, aaf_id is not null as academie from annuaire.classe
                         where structure_id = any(:ecoles) and archivee_le is null order by libelle, id
                        """)
                .param("ecoles", ecoles)
                .query((rs, _) -> new Classe(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "structure_id"),
                        rs.getString("libelle"),
                        rs.getBoolean("academie")))
                .list());
    }

    private List<Responsable> responsables(UUID[] ecoles) {
        return new ArrayList<>(jdbc.sql("""
                        select r.id, r.nom, r.nom_naissance, r.prenom, r.aaf_id is not null as academie,
                               array_remove(array[r.courriel, r.telephone_domicile, r.telephone_mobile,
                                                  r.telephone_travail, r.code_postal, r.ville] || r.adresse, null)
                                   as coordonnees,
                               array_agg(l.eleve_id) as enfants
                          from annuaire.eleve e
                          join annuaire.lien l on l.eleve_id = e.id and l.retire_le is null
                          join annuaire.responsable r on r.id = l.responsable_id and r.suspendu_le is null
                         where e.structure_id = any(:ecoles) and e.suspendu_le is null
                         group by r.id order by r.id
                        """)
                .param("ecoles", ecoles)
                .query((rs, _) -> new Responsable(
                        Colonnes.uuid(rs, "id"),
                        rs.getString("nom"),
                        rs.getString("nom_naissance"),
                        rs.getString("prenom"),
                        rs.getBoolean("academie"),
                        Colonnes.strings(rs, "coordonnees"),
                        new HashSet<>(Colonnes.uuids(rs, "enfants"))))
                .list());
    }

    private List<Personnel> personnels(UUID[] ecoles) {
        return new ArrayList<>(jdbc.sql("""
                        select p.id, f.structure_id, p.nom, p.prenom,
                               exists (select 1 from annuaire.peut_enseigner q
                                        where q.personnel_id = p.id and q.ecole_id = f.structure_id) as enseigne,
                               array(select n.classe_id from annuaire.enseignement n
                                       join annuaire.classe c on c.id = n.classe_id and c.structure_id = f.structure_id
                                      where n.personnel_id = p.id and n.fini_le is null) as classes
                          from (select distinct personnel_id, structure_id from annuaire.exerce
                                 where structure_id = any(:ecoles)) f
                          join annuaire.personnel p on p.id = f.personnel_id
                         order by p.id
                        """)
                .param("ecoles", ecoles)
                .query((rs, _) -> new Personnel(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "structure_id"),
                        rs.getString("nom"),
                        rs.getString("prenom"),
                        rs.getBoolean("enseigne"),
                        new HashSet<>(Colonnes.uuids(rs, "classes"))))
                .list());
    }

    /// Who is here before who is gone.
    private Map<String, Ailleurs> elsewhere(UUID[] ecoles, Collection<String> ines) {
        Map<String, Ailleurs> found = new HashMap<>();
        if (!ines.isEmpty()) {
            jdbc.sql("""
                            select ine, id, suspendu_le is null as present, aaf_id is not null as academie
                              from annuaire.eleve
                             where ine = any(:ines)
                               and (suspendu_le is not null or structure_id is null or structure_id <> all(:ecoles))
                             order by suspendu_le is not null, aaf_id is null, id
                            """)
                    .param("ines", ines.toArray(String[]::new))
                    .param("ecoles", ecoles)
                    .query(rs -> {
                        found.putIfAbsent(
                                rs.getString("ine"),
                                new Ailleurs(
                                        Colonnes.uuid(rs, "id"), rs.getBoolean("present"), rs.getBoolean("academie")));
                    });
        }
        return found;
    }
}
