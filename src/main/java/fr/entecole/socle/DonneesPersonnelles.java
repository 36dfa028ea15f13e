package fr.entecole.socle;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A module's answer for the people in its tables (RGPD, articles 15 to 17): what it holds, how long, and for one
/// person what exactly. A module with tables and no bean of this contract breaks the build.
public interface DonneesPersonnelles {

    /// The database schema this answers for; it is also the module's name.
    String schema();

    /// What is held, in words for the person concerned.
    List<Traitement> describe();

    /// Statements that one [#export] may ask, whatever it finds (`CoutTests`). A module that needs fewer says so; one
    /// that needs more asks them together (`Lectures`).
    default int enonces() {
        return 5;
    }

    /// Everything held about one person, ready to be written as a file.
    Map<String, Object> export(UUID personneId);

    /// What those who answer for a child today read of it beside their own data: a part of [#export], under the same
    /// words. Nothing, unless the module says so for each thing: when and from where a child comes in, or what they
    /// wrote in one home, is not the other home's to read.
    ///
    /// @param responsables all whom the directory knows that one guardian as
    default Map<String, Object> exportForGuardian(UUID eleveId, Set<UUID> responsables) {
        return Map.of();
    }

    /// Files that go with the copy: those that this person has sent and that the reader, themselves or a guardian, may
    /// read by the rule of what each is attached to. They are opened one after the other, while the copy goes out.
    default List<Fichier> fichiers(UUID personneId, Utilisateur lecteur) {
        return List.of();
    }

    /// French words of what [#export] holds, in the order they are shown: `eleve` for a set of rows, `eleve.nom` for
    /// what is in one, "" for the heading of values in no row. What is told on request only, because someone else
    /// stands in it, has no word: "".
    default Map<String, String> libelles() {
        return Map.of();
    }

    /// A value of [#export] as its person reads it: a name without the capitals of a feed, a word for a state.
    ///
    /// @param mot its key in [#libelles]
    default Object shown(String mot, Object valeur) {
        return valeur;
    }

    /// What people read of themselves line by line, in this order, in everyday words. What stands in a set of rows of
    /// [#export] that has lines is told by them alone, and for the rest by the copy to take away.
    default List<Ligne> lignes() {
        return List.of();
    }

    /// What a line says of a row of [#export]; empty when nothing is held.
    default String lu(Ligne ligne, Map<?, ?> row) {
        return "";
    }

    /// Forgets one person for good, but for what [#keeps] says.
    void erase(UUID personneId);

    /// The same for those whom the directory has just forgotten, in its transaction: all modules forget, or none.
    default void erase(Collection<UUID> personnes) {
        personnes.forEach(this::erase);
    }

    /// Where the person's id stays after [#erase], for what it is there for, until [#purge] takes it away. By default
    /// nowhere.
    default List<Reste> keeps() {
        return List.of();
    }

    /// Forgets what is past its term; called nightly.
    void purge();

    /// @param donnees what, in French
    /// @param source where it comes from
    /// @param duree how long it is kept, counted from the end of entitlement
    /// @param lieux keys of [#export] that it is about
    record Traitement(String donnees, String source, Duration duree, Set<String> lieux) {

        public Traitement(String donnees, String source, Duration duree) {
            this(donnees, source, duree, Set.of());
        }

        public Traitement of(String... keys) {
            return new Traitement(donnees, source, duree, Set.of(keys));
        }
    }

    /// @param nom with the ending of what it is
    /// @param description its kind, its size and what it shows, in words
    record Fichier(String nom, String description, Flux flux) {}

    interface Flux {
        InputStream open() throws IOException;
    }

    /// A thing that a person may say is wrong.
    ///
    /// @param mot `responsable.adresse`: the key of its rows in [#export], then what it is
    /// @param titre in everyday words
    /// @param champ what the school's own software (ONDE) calls it, where the school corrects it; empty when it is
    ///     corrected elsewhere
    record Ligne(String mot, String titre, String champ) {

        public String lieu() {
            int dot = mot.indexOf('.');
            return dot < 0 ? mot : mot.substring(0, dot);
        }
    }

    /// @param lieu table and column of the module's schema, as `fait.objet_id`
    /// @param depuis column of the same table from which the term is counted
    /// @param motif what it is kept for
    record Reste(String lieu, String depuis, Duration duree, String motif) {

        public String table() {
            return lieu.substring(0, lieu.indexOf('.'));
        }
    }
}
