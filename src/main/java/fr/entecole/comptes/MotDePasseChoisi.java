package fr.entecole.comptes;

import fr.entecole.comptes.MotDePasse.Force;

/// A password that someone has just chosen, as the account keeps it: hashed, and what it is worth.
record MotDePasseChoisi(String encode, Force force) {

    /// Costs a hash: in one's turn ([Hachage#inTurn]).
    static MotDePasseChoisi of(String motDePasse, Hachage hachage) {
        return new MotDePasseChoisi(hachage.encode(motDePasse), MotDePasse.reached(motDePasse));
    }
}
