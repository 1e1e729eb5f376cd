/** Given names from many places. Any likeness to a real person comes from chance alone. */
export const GIVEN_NAMES: readonly string[] =
  `Aaliyah Abena Adaeze Adrian Agnieszka Ahmed Aiko Aisha Alejandra Alma
Amara Amelie Amina Anders Anika Anton Anya Aoife Arjun Asha Astrid Ayaan Ayşe Bashir Beatriz Bence Benedikt Bilal
Birgit Bruno Camila Caroline Cem Chiara Chidi Chloé Clara Daisuke Dalia Daniel Darius Deepa Diego Dimitra Dina
Dongmei Eduardo Eero Efua Elena Elif Emeka Emil Emma Esra Esther Fabian Farah Fatima Felix Filip Fiona Freya
Gabriela Gaurav Georg Giulia Goran Grace Greta Hamza Hana Haruto Helena Henrik Hiroshi Hugo Ibrahim Idris Ines
Ingrid Ioana Isabel Ivan Jae-won Jakub Jamila Jana Jasper Javier Jelena João Johanna Jonas Julia Kaito Kamala
Karim Katarzyna Keiko Kofi Kwame Lars Laila Leandro Leila Lena Lerato Liam Linh Lorenzo Lucía Luka Magda Mahmoud
Malik Manon Marcus Mariam Marta Mateo Matilda Mehmet Mei Mia Mina Miriam Mohan Nadia Nakia Naoki Natalia Neha Ngozi
Nikolai Nina Noor Oana Olga Omar Oskar Pablo Paloma Parvati Patrick Petra Priya Quentin Rachel Rafael Ravi Renata
Ricardo Rohan Rosa Ruth Saanvi Samir Samuel Sara Selma Sofía Sven Tariq Tatiana Thandiwe Thomas Tomasz Tuuli Ulrike
Valeria Viktor Vivek Wanjiru Wei William Ximena Yara Yasmin Yuki Yusuf Zainab Zofia Zuri`.split(/\s+/);

/** Family names from many places. */
export const FAMILY_NAMES: readonly string[] =
  `Abbasi Achterberg Adeyemi Aguilar Ahlström Akhtar Alvarez Amundsen
Andersson Antonelli Arslan Asante Aydın Baker Balogun Banerjee Barbosa Bauer Becker Benali Berg Bianchi Boateng
Bondarenko Brandt Brown Cabrera Calderón Campbell Castro Chakraborty Chen Christensen Cohen Colombo Costa Crawford
Dąbrowski Dahl Dang Das Delgado Demir Diallo Dimitrov Dubois Duarte Eklund El-Amin Eriksen Escobar Farkas Fernandes
Fischer Fofana Foster Franco Fujita Gallo García Gashi Georgiou Gill Gomes González Greenberg Grønning Gupta
Haddad Hakimi Halvorsen Hansen Haruna Hassan Hernández Hoang Hoffmann Horvat Hussain Ibáñez Ikeda Ivanova Jansen
Jørgensen Joshi Kamau Kapoor Karlsson Kaur Keller Khan Kimura Koch Kovács Kowalska Kruger Kumar Kwon Lambert Larsen
Laurent Le Leclerc Lehtonen Lima Lin Lindholm Liu López Lund Machado Maeda Mahlangu Malhotra Marchetti Marković
Martín Mbeki Medina Mehta Mensah Meyer Moreau Morris Mukherjee Müller Murphy Nakamura Ndiaye Nguyen Nielsen Novák
Nowak Obi Ochoa Oduya Okafor Okonkwo Olsen Ortega Osei Ozturk Palmer Papadakis Park Patel Pereira Petrov Popescu
Quispe Rahman Ramírez Rao Reyes Ricci Rinaldi Rivera Romero Rossi Rousseau Saito Salazar Santos Sato Schmidt Schultz
Sharma Siddiqui Silva Simmons Singh Sokolov Solberg Sousa Suzuki Svensson Takahashi Tan Tanaka Thapa Torres Tran
Traoré Turner Uchida Usman Valenzuela Van-Dijk Vargas Vasquez Virtanen Vogel Walker Wang Weber Weiss Wójcik Wong
Yamamoto Yildiz Yusupov Zhang Ziegler Zulu`.split(/\s+/);

const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ı: 'i', ß: 'ss', đ: 'd' };

/** The part of an address before the @: small letters without marks. */
export function mailName(given: string, family: string): string {
  return `${given}.${family}`
    .toLowerCase()
    .replace(/[øłıßđ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9.-]/g, '');
}
