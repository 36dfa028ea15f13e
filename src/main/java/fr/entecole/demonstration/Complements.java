package fr.entecole.demonstration;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.classes.Demandes;
import fr.entecole.annuaire.ecoles.Ouvertures;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.comptes.charte.AccordsDeDemonstration;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EntreesDeDemonstration;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Profil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What the feeds of the named world don't carry (`monde/complements.yaml`): open schools, teachers' classes, people of
/// communes and of the académie, restrictions, and the one-click sign-ins. All of it or nothing.
@Component
class Complements {

    private static final String PAR = "demonstration";

    private final Saisies saisies;
    private final Ouvertures ouvertures;
    private final Reperes reperes;
    private final Comptes comptes;
    private final Codes codes;
    private final EntreesDeDemonstration entrees;
    private final AccordsDeDemonstration accords;
    private final Petits petits;
    private final Demandes demandes;

    Complements(
            Saisies saisies,
            Ouvertures ouvertures,
            Reperes reperes,
            Comptes comptes,
            Codes codes,
            EntreesDeDemonstration entrees,
            AccordsDeDemonstration accords,
            Petits petits,
            Demandes demandes) {
        this.saisies = saisies;
        this.ouvertures = ouvertures;
        this.reperes = reperes;
        this.comptes = comptes;
        this.codes = codes;
        this.entrees = entrees;
        this.accords = accords;
        this.petits = petits;
        this.demandes = demandes;
    }

    @Transactional
    public void apply(LocalDate jour) {
        var world = read();
        Map<String, UUID> entered = new HashMap<>();
        names(world);
        schools(world);
        people(world, jour, entered);
        links(world, jour);
        comptes.createMissing();
        joined(world);
        said(world);
        visits(world, jour);
        doors(world, entered);
    }

    private void names(Map<String, Object> world) {
        for (var commune : rows(world.get("communes"))) {
            saisies.nameCommune(text(commune, "insee"), text(commune, "nom"), text(commune, "siret"));
        }
        for (var name : mapping(section(world, "ecoles").get("noms")).entrySet()) {
            saisies.nameEcole(name.getKey(), String.valueOf(name.getValue()));
        }
    }

    private void schools(Map<String, Object> world) {
        var ecoles = section(world, "ecoles");
        ouvertures.open(
                ((List<?>) Objects.requireNonNull(ecoles.get("ouvertes")))
                        .stream().map(String::valueOf).toList(),
                PAR);
        for (var closed : mapping(ecoles.get("fermees")).entrySet()) {
            ouvertures.open(List.of(closed.getKey()), PAR);
            ouvertures.close(List.of(closed.getKey()), String.valueOf(closed.getValue()), PAR);
        }
    }

    private void people(Map<String, Object> world, LocalDate jour, Map<String, UUID> entered) {
        for (var p : rows(world.get("personnels"))) {
            entered.put(
                    text(p, "cle"),
                    saisies.addPersonnel(
                            reperes.ecole(text(p, "uai")),
                            text(p, "civilite"),
                            text(p, "prenom"),
                            text(p, "nom"),
                            text(p, "fonction")));
        }
        for (var a : rows(world.get("agents"))) {
            var circonscription = optional(a, "circonscription");
            entered.put(
                    text(a, "cle"),
                    saisies.addAgent(new Saisies.Agent(
                            Profil.valueOf(text(a, "profil")),
                            optional(a, "civilite"),
                            text(a, "prenom"),
                            text(a, "nom"),
                            null,
                            optional(a, "commune"),
                            circonscription == null ? null : reperes.ecole(circonscription),
                            optional(a, "fin") == null ? null : jour.with(TemporalAdjusters.lastDayOfMonth()))));
        }
    }

    private void links(Map<String, Object> world, LocalDate jour) {
        for (var e : rows(world.get("enseignements"))) {
            var personnel = person(e, Nature.PERSONNEL, "personnel");
            var classe = reperes.classe(text(e, "academie"), text(e, "classe"));
            saisies.addEnseignement(personnel, classe, PAR);
            // Reading the class gives each young child a picture, before anyone comes in.
            petits.classe(classe, personnel);
        }
        for (var r : rows(world.get("restrictions"))) {
            saisies.addRestriction(
                    person(r, Nature.RESPONSABLE, "responsable"),
                    person(r, Nature.ELEVE, "eleve"),
                    jour.plusDays(Long.parseLong(text(r, "depuis"))),
                    null,
                    text(r, "preuve"),
                    person(r, Nature.PERSONNEL, "auteur"));
        }
        var annee = AnneeScolaire.of(jour);
        for (var m : rows(world.get("parents_elus"))) {
            saisies.addMandat(
                    person(m, Nature.RESPONSABLE, "responsable"),
                    reperes.ecole(text(m, "uai")),
                    annee.debut(),
                    new AnneeScolaire(annee.rentree() + 1).debut());
        }
    }

    /// Everyone came at the rentrée but a few, one of whom has a sheet that waits.
    private void visits(Map<String, Object> world, LocalDate jour) {
        var never = section(world, "jamais_venus");
        List<UUID> personnes = new ArrayList<>();
        for (var nature : List.of(Nature.PERSONNEL, Nature.RESPONSABLE, Nature.ELEVE)) {
            var key = nature.name().toLowerCase(Locale.ROOT);
            for (var p : rows(never.get("personnes"))) {
                if (p.containsKey(key)) {
                    personnes.add(person(p, nature, key));
                }
            }
        }
        comptes.come(
                jour.minusDays(60).atTime(7, 30).toInstant(ZoneOffset.UTC),
                personnes,
                rows(never.get("classes")).stream()
                        .map(c -> reperes.classe(text(c, "academie"), text(c, "classe")))
                        .toList());
        for (var f : rows(never.get("feuilles"))) {
            codes.issue(
                    List.of(person(f, Nature.RESPONSABLE, "responsable")),
                    comptes.ofPersonne(person(f, Nature.PERSONNEL, "par")).orElseThrow(),
                    reperes.ecole(text(f, "uai")));
        }
    }

    private void joined(Map<String, Object> world) {
        for (var r : rows(world.get("reunions"))) {
            var compte =
                    comptes.ofPersonne(person(r, Nature.PERSONNEL, "personnel")).orElseThrow();
            var autre = comptes.ofPersonne(person(r, Nature.RESPONSABLE, "responsable"))
                    .orElseThrow();
            if (!compte.equals(autre) && !comptes.join(compte, autre)) {
                throw new IllegalArgumentException("two accounts that cannot be joined");
            }
        }
    }

    /// Who says that a class is theirs, and waits for the head.
    private void said(Map<String, Object> world) {
        for (var d : rows(world.get("demandes"))) {
            var personnel = person(d, Nature.PERSONNEL, "personnel");
            var effet = demandes.ask(
                    reperes.classe(text(d, "academie"), text(d, "classe")),
                    personnel,
                    comptes.ofPersonne(personnel).orElseThrow());
            if (effet != Demandes.Effet.DEMANDEE) {
                throw new IllegalArgumentException("a class that this teacher cannot ask for");
            }
        }
    }

    private void doors(Map<String, Object> world, Map<String, UUID> entered) {
        int ordre = 0;
        for (var group : rows(world.get("entrees"))) {
            for (var door : rows(group.get("personnes"))) {
                var compte = comptes.ofPersonne(behind(door, entered)).orElseThrow();
                entrees.add(compte, text(group, "groupe"), text(door, "nom"), text(door, "montre"), ordre++);
                if (!"attendue".equals(optional(door, "charte"))) {
                    accords.accept(compte);
                }
            }
        }
    }

    private UUID behind(Map<String, Object> door, Map<String, UUID> entered) {
        for (var key : List.of("agent", "saisi")) {
            if (door.containsKey(key)) {
                return Objects.requireNonNull(entered.get(text(door, key)));
            }
        }
        for (var nature : List.of(Nature.PERSONNEL, Nature.RESPONSABLE, Nature.ELEVE)) {
            var key = nature.name().toLowerCase(Locale.ROOT);
            if (door.containsKey(key)) {
                return person(door, nature, key);
            }
        }
        throw new IllegalArgumentException("nobody behind a demonstration door");
    }

    private UUID person(Map<String, Object> row, Nature nature, String key) {
        return reperes.personne(text(row, "academie"), nature, text(row, key));
    }

    private static Map<String, Object> read() {
        try (var in = new ClassPathResource("monde/complements.yaml").getInputStream()) {
            return mapping(new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> section(Map<String, Object> world, String key) {
        return mapping(world.get(key));
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    private static Map<String, Object> mapping(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // a YAML list of mappings
    private static List<Map<String, Object>> rows(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    private static String text(Map<String, Object> row, String key) {
        var value = optional(row, key);
        if (value == null) {
            throw new IllegalArgumentException("missing key in complements.yaml: " + key);
        }
        return value;
    }

    private static @Nullable String optional(Map<String, Object> row, String key) {
        var value = row.get(key);
        return value == null ? null : value.toString();
    }
}
